import type { Caret } from './binding/caret.ts'

/** Something on the page that the caret can be in: a field, or the text of a section. */
export interface FocusStop {
  /** Key of its section. */
  readonly section: string
  /** Path of a field in its section, as presence says it; absent for rich text. */
  readonly path?: string
  readonly element: HTMLElement
  /** Puts the caret first or last in it, on that line at `left` pixels from the window's edge where given. */
  focus(at: 'start' | 'end', left?: number): void
  /** Gives it focus with the caret where it is. */
  resume?(): void
  /** Where the caret is, for `resumeAt` in the same text opened anew; rich text only. */
  caret?(): Caret | null
  /** Gives it focus with the caret there, or last in it. */
  resumeAt?(caret: Caret | null): void
  /** Puts in what was typed elsewhere, where the caret is. */
  insert(typed: string): void
  /** Of what holds many fields: goes to one of them; false if it is not there. */
  goTo?(path: string): boolean
}

/**
 * The page's one order of focus, over fields and rich text alike, so that the arrow keys cross from one section
 * to the next as in one document, and undo finds where it has been. The order is that of the page.
 */
export class PageFocus {
  readonly #stops = new Set<FocusStop>()

  /** Returns how to leave it. */
  register(stop: FocusStop): () => void {
    this.#stops.add(stop)
    return () => {
      this.#stops.delete(stop)
    }
  }

  /** The stop that has focus; null when none has. */
  get current(): FocusStop | null {
    return this.#inOrder().find(({ element }) => element.contains(document.activeElement)) ?? null
  }

  /** The stop of a place; null while it is not drawn. */
  find(section: string, path: string | null): FocusStop | null {
    return this.#inOrder().find(stop => stop.section === section && (stop.path ?? null) === path) ?? null
  }

  /** Goes on from a stop; false if there is nothing further. */
  step(from: FocusStop, direction: 'up' | 'down', left?: number): boolean {
    const stops = this.#inOrder()
    const next = stops[stops.indexOf(from) + (direction === 'down' ? 1 : -1)]
    if (next === undefined) return false
    next.focus(direction === 'down' ? 'start' : 'end', left)
    return true
  }

  /** To the beginning or the end of the page. */
  jump(to: 'start' | 'end'): void {
    const stops = this.#inOrder()
    stops.at(to === 'start' ? 0 : -1)?.focus(to)
  }

  /** Shows a place and puts the caret in it. A field that cannot be told is only scrolled to. */
  show(section: string, path: string | null): void {
    const here = this.#inOrder().filter(stop => stop.section === section)
    const stop = here.find(candidate => (candidate.path ?? null) === path)
    if (stop === undefined && path !== null && here.some(candidate => candidate.goTo?.(path))) return
    if (stop === undefined) here[0]?.element.scrollIntoView({ block: 'nearest' })
    else if (stop.resume) stop.resume()
    else if (!stop.element.contains(document.activeElement)) stop.focus('end')
  }

  #inOrder(): FocusStop[] {
    return [...this.#stops]
      .filter(({ element }) => element.isConnected && element.getClientRects().length > 0)
      .sort(({ element }, other) =>
        element.compareDocumentPosition(other.element) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1,
      )
  }
}

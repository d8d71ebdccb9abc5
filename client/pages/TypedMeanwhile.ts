import type { Caret } from '../editor/binding/caret.ts'
import { editorPage } from '../editor/editorPage.ts'
import type { LiveDocument } from '../sync/LiveDocument.ts'

/** How long the place where she was writing may take to be drawn again. */
const longestMs = 15_000

/** Whoever has not typed for so long has paused. */
const pauseMs = 700

interface Place {
  readonly section: string
  readonly path: string | null
  readonly caret: Caret | null
}

/**
 * Takes what is typed while a page is opened anew and has no editor, so that no key falls on nothing, and puts it in
 * where she was writing. It is typed into a text box of its own, out of sight, so that dead keys and input methods
 * work as ever.
 */
export class TypedMeanwhile {
  readonly #place: Place
  readonly #box: HTMLTextAreaElement
  #isComposing = false
  #typedAt = performance.now()

  private constructor(place: Place, label: string) {
    this.#place = place
    this.#box = document.createElement('textarea')
    this.#box.className = 'sr-only'
    this.#box.setAttribute('aria-label', label)
    // In view wherever the page is scrolled to: the browser brings what is typed in into view at every key.
    this.#box.style.position = 'fixed'
    this.#box.style.top = '50%'
    this.#box.addEventListener('input', () => {
      this.#typedAt = performance.now()
    })
    this.#box.addEventListener('compositionstart', () => {
      this.#isComposing = true
    })
    this.#box.addEventListener('compositionend', () => {
      this.#isComposing = false
    })
    addEventListener('beforeunload', this.#beforeUnload)
    document.body.append(this.#box)
    this.#box.focus({ preventScroll: true })
  }

  /** Key of the section that she was writing in. */
  get section(): string {
    return this.#place.section
  }

  /** Begins while the page is still there; null when nobody is writing in it. `label` is read aloud. */
  static begin(live: LiveDocument, label: string): TypedMeanwhile | null {
    const stop = editorPage(live).focus.current
    if (!stop) return null
    const { section, path } = stop
    return new TypedMeanwhile({ section, path: path ?? null, caret: stop.caret?.() ?? null }, label)
  }

  /**
   * Goes back to where she was as soon as that is drawn, with what she has typed. In a section of `barred`, where it
   * will be refused as well, only when she pauses: in one piece, not letter by letter. `mayWrite` tells whether she
   * still may there; `isLeft`: nobody is there any more. Gives what could not be put in, to be kept: empty, unless the
   * page was left, she may not write there, or the place is never drawn.
   */
  async finish(
    live: LiveDocument,
    barred: ReadonlySet<string | null>,
    mayWrite: (section: string) => boolean,
    isLeft: () => boolean,
  ): Promise<string> {
    const { section, path, caret } = this.#place
    const began = performance.now()
    while (!isLeft() && performance.now() < Math.max(began, this.#typedAt) + longestMs) {
      const isTyping = barred.has(section) && performance.now() < this.#typedAt + pauseMs
      if (!isTyping && !this.#isComposing && !mayWrite(section)) break
      const stop = this.#isComposing || isTyping ? null : editorPage(live).focus.find(section, path)
      if (stop) {
        const isHere = document.activeElement === this.#box
        const typed = this.#box.value
        // Whoever has gone elsewhere meanwhile stays there, unless she typed something first.
        if (isHere || typed !== '') {
          if (stop.resumeAt) stop.resumeAt(caret)
          else stop.focus('end')
        }
        if (typed !== '') stop.insert(typed)
        this.#end()
        return ''
      }
      await new Promise(resolve => setTimeout(resolve, 16))
    }
    this.#end()
    return this.#box.value
  }

  #end(): void {
    removeEventListener('beforeunload', this.#beforeUnload)
    this.#box.remove()
  }

  /** Closed now, it would be nowhere. */
  readonly #beforeUnload = (event: BeforeUnloadEvent) => {
    if (this.#box.value !== '') event.preventDefault()
  }
}

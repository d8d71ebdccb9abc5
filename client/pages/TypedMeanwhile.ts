import type { Caret } from '../editor/binding/caret.ts'
import { editorPage } from '../editor/editorPage.ts'
import type { LiveDocument } from '../sync/LiveDocument.ts'

/** How long the place where she was writing may take to be drawn again. */
const longestMs = 15_000

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

  private constructor(place: Place, label: string) {
    this.#place = place
    this.#box = document.createElement('textarea')
    this.#box.className = 'sr-only'
    this.#box.setAttribute('aria-label', label)
    this.#box.addEventListener('compositionstart', () => {
      this.#isComposing = true
    })
    this.#box.addEventListener('compositionend', () => {
      this.#isComposing = false
    })
    document.body.append(this.#box)
    this.#box.focus({ preventScroll: true })
  }

  /** Begins while the page is still there; null when nobody is writing in it. `label` is read aloud. */
  static begin(live: LiveDocument, label: string): TypedMeanwhile | null {
    const stop = editorPage(live).focus.current
    if (!stop) return null
    const { section, path } = stop
    return new TypedMeanwhile({ section, path: path ?? null, caret: stop.caret?.() ?? null }, label)
  }

  /** Goes back to where she was as soon as that is drawn, with what she has typed. `isLeft`: nobody is there any more. */
  async finish(live: LiveDocument, isLeft: () => boolean): Promise<void> {
    const { section, path, caret } = this.#place
    const until = performance.now() + longestMs
    while (performance.now() < until && !isLeft()) {
      const stop = this.#isComposing ? null : editorPage(live).focus.find(section, path)
      if (stop) {
        const isHere = document.activeElement === this.#box
        const typed = this.#box.value
        // Whoever has gone elsewhere meanwhile stays there, unless she typed something first.
        if (isHere || typed !== '') {
          if (stop.resumeAt) stop.resumeAt(caret)
          else stop.focus('end')
        }
        if (typed !== '') stop.insert(typed)
        break
      }
      await new Promise(resolve => setTimeout(resolve, 16))
    }
    this.#box.remove()
  }
}

import type * as Y from 'yjs'
import { fieldEdit } from '../../sync/LiveDocument.ts'
import { endOf, followCaret, followUnit, proseDiff, type TextEdit, type TextStep } from './proseDiff.ts'

/** What a binding needs of a `<textarea>`. */
export interface TextBox {
  value: string
  readonly selectionStart: number
  readonly selectionEnd: number
  setSelectionRange(start: number, end: number): void
}

interface Hooks {
  /** False while the box has no focus: some browsers give it focus when a selection is set. */
  readonly hasFocus: () => boolean
  /** Called with the text after every change of what the box shows. */
  readonly onShown: (text: string) => void
}

/**
 * Keeps a text box and a `Y.Text` the same, both ways, letter by letter. The owner calls `typed` on every `input`
 * and tells when an input method composes a letter: until it is ready, others' changes wait, since writing to the
 * box would break the letter off.
 */
export class ProseBinding {
  readonly #box: TextBox
  readonly #text: Y.Text
  readonly #hooks: Hooks
  /** What the box and the shared text agreed on last. */
  #agreed: string
  #composing = false
  /** Others' changes since the composing began, in order. */
  #waiting: TextStep[][] = []
  #writing = false
  readonly #onEvent = (event: Y.YTextEvent) => this.#changed(event.delta, event.transaction.local)

  constructor(box: TextBox, text: Y.Text, hooks: Hooks) {
    this.#box = box
    this.#text = text
    this.#hooks = hooks
    this.#agreed = text.toString()
    box.value = this.#agreed
    hooks.onShown(this.#agreed)
    text.observe(this.#onEvent)
  }

  /** Takes over what has been typed, pasted, cut or dropped. */
  typed(): void {
    this.#hooks.onShown(this.#box.value)
    if (!this.#composing) this.#takeOver()
  }

  composing(): void {
    this.#composing = true
  }

  composed(): void {
    this.#composing = false
    this.#takeOver()
  }

  close(): void {
    if (this.#composing) this.composed()
    this.#text.unobserve(this.#onEvent)
  }

  #takeOver(): void {
    const edit = proseDiff(this.#agreed, this.#box.value, this.#box.selectionEnd)
    const waiting = this.#waiting
    this.#waiting = []
    if (edit !== null) this.#write(edit, waiting)
    if (waiting.length === 0) this.#agreed = this.#box.value
    else this.#show(caret => waiting.reduce(followCaret, caret))
  }

  /** Does my edit to the shared text, which may have moved on by others' `since` I could last see it. */
  #write(edit: TextEdit, since: readonly TextStep[][]): void {
    const follow = (index: number) =>
      since.reduce<number | null>((at, steps) => (at === null ? null : followUnit(at, steps)), index)
    this.#writing = true
    try {
      this.#text.doc?.transact(() => {
        if (since.length === 0) {
          this.#text.delete(edit.index, edit.remove)
        } else {
          for (let index = edit.index + edit.remove - 1; index >= edit.index; index--) {
            const at = follow(index)
            if (at !== null) this.#text.delete(at, 1)
          }
        }
        if (edit.insert !== '') this.#text.insert(since.reduce(followCaret, edit.index), edit.insert)
      }, fieldEdit)
    } finally {
      this.#writing = false
    }
  }

  /** `local` is a change of mine that I did not type: undo and redo, which the caret goes to. */
  #changed(steps: TextStep[], local: boolean): void {
    if (this.#writing) return
    if (this.#composing) this.#waiting.push(steps)
    else if (local) this.#show(() => endOf(steps))
    else this.#show(caret => followCaret(caret, steps))
  }

  /** Draws the shared text, with the caret moved along. */
  #show(moved: (caret: number) => number): void {
    const { selectionStart, selectionEnd } = this.#box
    this.#agreed = this.#text.toString()
    this.#box.value = this.#agreed
    if (this.#hooks.hasFocus()) this.#box.setSelectionRange(moved(selectionStart), moved(selectionEnd))
    this.#hooks.onShown(this.#agreed)
  }
}

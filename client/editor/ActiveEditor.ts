import { type Look, sameLook } from './look.ts'
import type { SectionEditor } from './SectionEditor.ts'

/** True for what belongs to an editor though it is no text: its toolbar, and the dialogs of its section. */
export function isOfEditor(element: Element): boolean {
  return element.closest('.richSection, [data-editor-tools]') !== null
}

/**
 * The section that the toolbar acts on: the one with focus, also while focus is in the toolbar or in a dialog of
 * the editor. Listeners are told only when the toolbar would look different, so not at every key press.
 */
export class ActiveEditor {
  #editor: SectionEditor | null = null
  #look: Look | null = null
  readonly #listeners = new Set<() => void>()
  #focusToolbar = () => {}

  get editor(): SectionEditor | null {
    return this.#editor
  }

  /** Null when no section has focus. */
  readonly look = (): Look | null => this.#look

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** The toolbar says how to reach it; returns how to take that back. */
  setToolbar(focus: () => void): () => void {
    this.#focusToolbar = focus
    return () => {
      this.#focusToolbar = () => {}
    }
  }

  /** Notices when focus goes elsewhere in `page`; returns how to stop. */
  watch(page: Document): () => void {
    const onFocus = ({ target }: FocusEvent) => {
      // The still text that took focus is gone by now: it has given place, and focus, to its editor.
      if (target instanceof Element && target.isConnected && !isOfEditor(target)) this.leave(this.#editor)
    }
    const onBlur = ({ relatedTarget }: FocusEvent) => {
      // A click beside everything, and not a window that loses focus.
      if (relatedTarget === null) {
        setTimeout(() => {
          if (page.hasFocus() && page.activeElement === page.body) this.leave(this.#editor)
        })
      }
    }
    page.addEventListener('focusin', onFocus)
    page.addEventListener('focusout', onBlur)
    return () => {
      page.removeEventListener('focusin', onFocus)
      page.removeEventListener('focusout', onBlur)
    }
  }

  focusToolbar(): void {
    this.#focusToolbar()
  }

  enter(editor: SectionEditor, look: Look): void {
    const same = this.#editor === editor && this.#look !== null && sameLook(this.#look, look)
    this.#editor = editor
    if (same) return
    this.#look = look
    for (const listener of this.#listeners) listener()
  }

  leave(editor: SectionEditor | null): void {
    if (editor !== this.#editor || editor === null) return
    this.#editor = null
    this.#look = null
    for (const listener of this.#listeners) listener()
  }
}

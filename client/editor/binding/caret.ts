import { Selection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { relativePositionToJSON } from 'yjs'
import { parseRelativePosition } from './positions.ts'
import type { SectionBinding } from './SectionBinding.ts'

/** A place of the caret, to come back to in the same text opened anew. */
export interface Caret {
  /** What it stands behind. */
  readonly relative: unknown
  /** Its position in the editor. */
  readonly position: number
}

export function caretIn(view: EditorView, { selection }: SectionBinding): Caret {
  return {
    relative: selection && relativePositionToJSON(selection.head),
    position: view.state.selection.head,
  }
}

/**
 * Gives the editor of `section` focus with the caret there; last in it for null. What it stood behind may have been
 * entered again, and is another by now: then the position counts.
 */
export function putCaret(
  view: EditorView,
  binding: SectionBinding,
  section: string,
  caret: Caret | null,
): void {
  const { doc, tr } = view.state
  const relative = caret && parseRelativePosition(caret.relative, section)
  const position = (relative && binding.absolute(relative)) ?? caret?.position ?? doc.content.size
  const selection = Selection.near(doc.resolve(Math.min(position, doc.content.size)), -1)
  view.dispatch(tr.setSelection(selection).scrollIntoView())
  view.focus()
}

import type { ResolvedPos } from '@tiptap/pm/model'
import { type Command, NodeSelection, TextSelection } from '@tiptap/pm/state'

/** Puts an empty footnote after the selected text, and the caret in it. In a footnote it goes back to the text. */
export const insertFootnote: Command = (state, dispatch, view) => {
  if (leaveFootnote(state, dispatch, view)) return true
  const { $to } = state.selection
  const type = state.schema.nodes.footnote
  if (!type || $to.parent.type.name !== 'paragraph') return false
  const transaction = state.tr.insert($to.pos, type.create())
  dispatch?.(transaction.setSelection(TextSelection.create(transaction.doc, $to.pos + 1)).scrollIntoView())
  return true
}

/** From a footnote's text to the place right after it. */
export const leaveFootnote: Command = (state, dispatch) => {
  const { $head } = state.selection
  if (!isFootnote($head)) return false
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, $head.after())).scrollIntoView())
  return true
}

/**
 * One step of the caret into, out of or (extending a selection) over a footnote. The browser would go by what is
 * drawn beside what, and the note is drawn in the margin.
 */
export function stepFootnote(direction: -1 | 1, extend: boolean): Command {
  return (state, dispatch) => {
    const { selection } = state
    if (!(selection instanceof TextSelection) || (!selection.empty && !extend)) return false
    const { $head, anchor } = selection
    const beside = direction === 1 ? $head.nodeAfter : $head.nodeBefore
    let head: number | null = null
    if (beside?.type.name === 'footnote') head = $head.pos + direction * (extend ? beside.nodeSize : 1)
    else if (isFootnote($head) && isAtEdge($head, direction))
      head = direction === 1 ? $head.after() : $head.before()
    if (head === null) return false
    dispatch?.(
      state.tr.setSelection(TextSelection.create(state.doc, extend ? anchor : head, head)).scrollIntoView(),
    )
    return true
  }
}

/**
 * Backspace (-1) and Delete (1) at a footnote: its number is first selected and then deleted, so that nobody
 * loses a note by one key too many; an empty one goes at once. From inside its edge nothing is deleted.
 */
export function deleteAtFootnote(direction: -1 | 1): Command {
  return (state, dispatch) => {
    const { selection, doc } = state
    if (!(selection instanceof TextSelection) || !selection.empty) return false
    const { $head } = selection
    if (isFootnote($head)) {
      if (!isAtEdge($head, direction)) return false
      const transaction = state.tr
      if ($head.parent.content.size === 0) transaction.delete($head.before(), $head.after())
      else if (direction === -1) transaction.setSelection(TextSelection.create(doc, $head.before()))
      dispatch?.(transaction.scrollIntoView())
      return true
    }
    const beside = direction === 1 ? $head.nodeAfter : $head.nodeBefore
    if (beside?.type.name !== 'footnote') return false
    const start = direction === 1 ? $head.pos : $head.pos - beside.nodeSize
    const transaction = state.tr
    if (beside.content.size === 0) transaction.delete(start, start + beside.nodeSize)
    else transaction.setSelection(NodeSelection.create(doc, start))
    dispatch?.(transaction.scrollIntoView())
    return true
  }
}

export function isFootnote($position: ResolvedPos): boolean {
  return $position.parent.type.name === 'footnote'
}

function isAtEdge($position: ResolvedPos, direction: -1 | 1): boolean {
  return $position.parentOffset === (direction === 1 ? $position.parent.content.size : 0)
}

import type { ResolvedPos } from '@tiptap/pm/model'
import { type Command, NodeSelection, Selection, TextSelection } from '@tiptap/pm/state'
import { plainParagraph } from '../../../shared/document/nodes/attributes.ts'
import { attributesOf, setAttributes } from './paragraphs.ts'

/*
 * Backspace and Delete where blocks meet. An empty block is deleted rather than joined, whichever side it stands
 * on: a join writes the text of the second block anew, and what somebody else is typing there is lost.
 */

/** Backspace at the start of a block: first it stops being a subheading or an item, then it loses its indent. */
export const removeLook: Command = (state, dispatch) => {
  const $cursor = cursorAt(state.selection, -1)
  if ($cursor?.parent.type.name !== 'paragraph') return false
  const attributes = attributesOf($cursor.parent)
  const transaction = state.tr
  const next =
    attributes.level !== null || attributes.list !== null
      ? { ...plainParagraph, indent: attributes.indent }
      : { ...plainParagraph, indent: (attributes.indent ?? 0) - 1 > 0 ? (attributes.indent ?? 0) - 1 : null }
  setAttributes(transaction, $cursor.before(), next)
  if (!transaction.docChanged) return false
  dispatch?.(transaction.scrollIntoView())
  return true
}

/** Backspace at the start, or Delete at the end, of a block: joins it with the paragraph beside it. */
export function joinParagraphs(direction: -1 | 1): Command {
  return (state, dispatch) => {
    const $cursor = cursorAt(state.selection, direction)
    if ($cursor === null) return false
    const edge = direction === -1 ? $cursor.before() : $cursor.after()
    const $edge = state.doc.resolve(edge)
    const beside = direction === -1 ? $edge.nodeBefore : $edge.nodeAfter
    if ($cursor.parent.type.name !== 'paragraph' || beside?.type.name !== 'paragraph') return false
    const transaction = state.tr
    if ($cursor.parent.content.size === 0) {
      transaction.delete($cursor.before(), $cursor.after())
      const at = direction === -1 ? edge - 1 : $cursor.before() + 1
      transaction.setSelection(TextSelection.create(transaction.doc, at))
    } else if (beside.content.size === 0) {
      const start = direction === -1 ? edge - beside.nodeSize : edge
      transaction.delete(start, start + beside.nodeSize)
    } else transaction.join(edge)
    dispatch?.(transaction.scrollIntoView())
    return true
  }
}

/**
 * Backspace or Delete against a table or figure, and at the edge of a cell or caption. Nothing but an empty block
 * is deleted; the caret goes to what it met, and a figure is selected, so that the next press deletes it.
 */
export function meetBlock(direction: -1 | 1): Command {
  return (state, dispatch) => {
    const $cursor = cursorAt(state.selection, direction)
    if ($cursor === null || $cursor.depth === 0) return false
    const transaction = state.tr
    if ($cursor.parent.type.name === 'figure') {
      if (direction === -1) transaction.setSelection(NodeSelection.create(state.doc, $cursor.before()))
    } else if ($cursor.depth === 1) {
      const edge = direction === -1 ? $cursor.before() : $cursor.after()
      const $edge = state.doc.resolve(edge)
      const beside = direction === -1 ? $edge.nodeBefore : $edge.nodeAfter
      if (beside) {
        if ($cursor.parent.content.size === 0) transaction.delete($cursor.before(), $cursor.after())
        const met = transaction.mapping.map(direction === -1 ? edge - beside.nodeSize : edge)
        transaction.setSelection(
          beside.type.name === 'figure'
            ? NodeSelection.create(transaction.doc, met)
            : Selection.near(
                transaction.doc.resolve(direction === -1 ? met + beside.nodeSize : met),
                direction,
              ),
        )
      }
    }
    dispatch?.(transaction.scrollIntoView())
    return true
  }
}

/** The caret, if it stands alone at that edge of its block; null otherwise. */
function cursorAt(selection: Selection, direction: -1 | 1): ResolvedPos | null {
  if (!(selection instanceof TextSelection) || !selection.empty) return null
  const { $head } = selection
  if (!$head.parent.isTextblock) return null
  return $head.parentOffset === (direction === 1 ? $head.parent.content.size : 0) ? $head : null
}

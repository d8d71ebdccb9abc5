import { toggleMark } from '@tiptap/pm/commands'
import type { Command, EditorState, Transaction } from '@tiptap/pm/state'

/** Bold or italic on the selection, or on what is typed next. */
export function toggleLook(name: 'bold' | 'italic'): Command {
  return (state, dispatch, view) => {
    const type = state.schema.marks[name]
    const plainly = dispatch && ((transaction: Transaction) => dispatch(signsPlain(transaction)))
    return type !== undefined && toggleMark(type)(state, plainly, view)
  }
}

/**
 * Takes from footnotes and sums of the budget in the selection what a mark on the words around them has put on them: the
 * shared text has marks on letters only, so that nobody else would see it.
 */
export function signsPlain(transaction: Transaction): Transaction {
  const { from, to } = transaction.selection
  transaction.doc.nodesBetween(from, to, (node, position) => {
    if (!node.isInline || node.isText) return
    for (const mark of node.marks) transaction.removeNodeMark(position, mark)
  })
  return transaction
}

/** True if all of the selection has the mark, or what is typed next will have it. */
export function hasLook(
  { selection, storedMarks, schema, doc }: EditorState,
  name: 'bold' | 'italic',
): boolean {
  const type = schema.marks[name]
  if (!type) return false
  if (selection.empty) return type.isInSet(storedMarks ?? selection.$from.marks()) !== undefined
  let all = true
  let any = false
  for (const { $from, $to } of selection.ranges) {
    doc.nodesBetween($from.pos, $to.pos, node => {
      if (!node.isText) return
      any = true
      all &&= type.isInSet(node.marks) !== undefined
    })
  }
  return any && all
}

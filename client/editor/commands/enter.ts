import { type Command, NodeSelection, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { plainParagraph } from '../../../shared/document/nodes/attributes.ts'
import { leaveFootnote } from './footnotes.ts'
import { attributesOf, setAttributes } from './paragraphs.ts'

/**
 * Enter. A new block: running text after a subheading, another item in a list; an empty item goes one step out
 * and at last ends the list. In a footnote it goes back to the text, in a caption to a new block under the figure.
 *
 * Shift+Enter does the same: a line break inside a block does not exist, since Word files made of it are a mess.
 */
export const enter: Command = (state, dispatch, view) => {
  if (leaveFootnote(state, dispatch, view)) return true
  const transaction = state.tr
  const marks = state.storedMarks ?? state.selection.$from.marks()
  if (state.selection instanceof NodeSelection || state.selection.$from.parent.type.name === 'figure') {
    addParagraphAfter(transaction, state.selection.$to.after(1))
  } else if (state.selection instanceof TextSelection) {
    if (!state.selection.empty) transaction.deleteSelection()
    if (!splitParagraph(transaction)) return false
  } else return false
  dispatch?.(transaction.ensureMarks(marks).scrollIntoView())
  return true
}

/** A new block under the table or figure that the caret is in. */
export const leaveBlock: Command = (state, dispatch) => {
  const { $to } = state.selection
  const block = $to.depth > 0 ? $to.node(1).type.name : ''
  if (block !== 'table' && block !== 'figure') return false
  const transaction = state.tr
  addParagraphAfter(transaction, $to.after(1))
  dispatch?.(transaction.scrollIntoView())
  return true
}

function addParagraphAfter(transaction: Transaction, position: number): void {
  const paragraph = transaction.doc.type.schema.nodes.paragraph?.create()
  if (!paragraph) return
  transaction.insert(position, paragraph)
  transaction.setSelection(Selection.near(transaction.doc.resolve(position + 1)))
}

/**
 * At either end of a block a new one is put beside it, so that the block itself, and what somebody else is typing
 * in it, is not touched. Only a split in the middle writes the second half anew.
 */
function splitParagraph(transaction: Transaction): boolean {
  const { $from } = transaction.selection
  const { parent, depth } = $from
  if (parent.type.name !== 'paragraph') return false
  const attributes = attributesOf(parent)
  const isEmpty = parent.content.size === 0
  const next = attributes.level === null ? attributes : plainParagraph
  if (isEmpty && (attributes.list !== null || attributes.indent !== null)) {
    const outdented = { ...attributes, indent: (attributes.indent ?? 0) - 1 || null }
    setAttributes(transaction, $from.before(depth), attributes.indent === null ? plainParagraph : outdented)
  } else if ($from.parentOffset === parent.content.size) {
    const after = $from.after(depth)
    transaction.insert(after, parent.type.create(next))
    transaction.setSelection(TextSelection.create(transaction.doc, after + 1))
  } else if ($from.parentOffset === 0) {
    transaction.insert($from.before(depth), parent.type.create(next))
  } else {
    transaction.split($from.pos, 1, [{ type: parent.type, attrs: attributes }])
  }
  return true
}

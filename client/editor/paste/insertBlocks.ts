import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model'
import { type EditorState, Selection, type Transaction } from '@tiptap/pm/state'
import type { Block, Inline, ParagraphContent } from '../../../shared/document/blockContent.ts'
import { blockNode, inlineNodes } from './blockNodes.ts'
import { asParagraphs } from './blocksFromHtml.ts'

/**
 * Puts blocks where the selection is, in place of what is selected. In an empty block they come as they are; in
 * text, plain paragraphs at either end flow into it and the rest stands between its halves. In a cell there are
 * only paragraphs, in a footnote or a caption only words. False when there is nothing to put.
 */
export function insertBlocks(transaction: Transaction, blocks: readonly Block[]): boolean {
  if (!transaction.selection.empty) transaction.deleteSelection()
  const { $from } = transaction.selection
  const { schema } = transaction.doc.type
  if (!$from.parent.isTextblock && $from.parent.type.name !== 'footnote') return false
  const words = $from.parent.type.name === 'paragraph' ? onlyWords(blocks) : joinedWords(blocks, schema)
  if (words) return insertWords(transaction, inlineNodes(words, schema))
  const kept = $from.depth > 1 ? blocks.flatMap(asParagraphs) : blocks
  return insertNodes(transaction, kept, schema)
}

/** The table in `blocks` as a slice, if that is all they are: prosemirror-tables fills cells with it. */
export function tableSlice(blocks: readonly Block[], { schema }: EditorState): Slice | null {
  const [block, ...more] = blocks
  return block?.type === 'table' && more.length === 0
    ? new Slice(Fragment.from(blockNode(block, schema)), 0, 0)
    : null
}

function insertWords(transaction: Transaction, nodes: readonly Node[]): boolean {
  if (nodes.length === 0) return false
  const { pos } = transaction.selection.$from
  transaction.insert(pos, nodes)
  const end = pos + Fragment.from(nodes).size
  transaction.setSelection(Selection.near(transaction.doc.resolve(end), -1))
  return true
}

function insertNodes(transaction: Transaction, blocks: readonly Block[], schema: Schema): boolean {
  const { $from } = transaction.selection
  const [first, ...others] = blocks
  if (first === undefined) return false
  if ($from.parent.content.size === 0) {
    return putBetween(transaction, $from.before(), $from.after(), blocks, schema)
  }
  const flows = isPlain(first) && $from.parentOffset > 0
  const inline = flows ? inlineNodes(first.content, schema) : []
  transaction.insert($from.pos, inline)
  const rest = flows ? others : blocks
  const $at = transaction.doc.resolve($from.pos + Fragment.from(inline).size)
  if ($at.parentOffset === 0) return putBetween(transaction, $at.before(), $at.before(), rest, schema)
  if ($at.parentOffset === $at.parent.content.size) {
    return putBetween(transaction, $at.after(), $at.after(), rest, schema)
  }
  transaction.split($at.pos, 1, [{ type: $at.parent.type, attrs: $at.parent.attrs }])
  const between = $at.pos + 1
  const last = rest.at(-1)
  if (!last || !isPlain(last)) return putBetween(transaction, between, between, rest, schema)
  const tail = inlineNodes(last.content, schema)
  transaction.insert(between + 1, tail)
  const caret = transaction.doc.content.size - (between + 1 + Fragment.from(tail).size)
  transaction.insert(
    between,
    rest.slice(0, -1).map(block => blockNode(block, schema)),
  )
  transaction.setSelection(Selection.near(transaction.doc.resolve(transaction.doc.content.size - caret)))
  return true
}

function putBetween(
  transaction: Transaction,
  from: number,
  to: number,
  blocks: readonly Block[],
  schema: Schema,
): boolean {
  const nodes = blocks.map(block => blockNode(block, schema))
  const isLast = to === transaction.doc.content.size
  // Nothing could be written under a table or figure that is the last.
  if (isLast && nodes.at(-1)?.type.name !== 'paragraph') nodes.push(schema.node('paragraph'))
  transaction.replaceWith(from, to, nodes)
  const end = from + Fragment.from(nodes).size
  transaction.setSelection(Selection.near(transaction.doc.resolve(end), -1))
  return true
}

/** The words of a single plain paragraph; null for anything more. */
function onlyWords(blocks: readonly Block[]): readonly Inline[] | null {
  const [only, ...more] = blocks
  return only && more.length === 0 && isPlain(only) ? only.content : null
}

/** What may stand in a footnote or a caption: words alone. A sum of the budget is the words that it says now. */
function joinedWords(blocks: readonly Block[], schema: Schema): Inline[] {
  return blocks.flatMap(asParagraphs).flatMap(({ content }, index): Inline[] => {
    const texts = content.flatMap((run): Inline[] => {
      if (run.type === 'footnote') return []
      if (run.type === 'text') return [run]
      const [figure] = inlineNodes([run], schema)
      return figure ? [{ type: 'text', text: figure.textContent }] : []
    })
    return index === 0 ? texts : [{ type: 'text', text: ' ' }, ...texts]
  })
}

function isPlain(block: Block): block is ParagraphContent {
  return block.type === 'paragraph' && !block.level && !block.list && !block.indent
}

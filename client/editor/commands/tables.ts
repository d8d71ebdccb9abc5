import type { Attrs, Node, NodeType } from '@tiptap/pm/model'
import { type Command, type EditorState, Selection } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  fixTables,
  goToNextCell,
  isInTable,
  toggleHeader,
} from '@tiptap/pm/tables'

const newTable = { rows: 3, columns: 3 }

/** A table of three by three with a header row, under the block that the caret is in; the caret goes into it. */
export const insertTable: Command = (state, dispatch) => {
  const { table, tableRow, tableCell, tableHeader, paragraph } = state.schema.nodes
  const { $to } = state.selection
  if (!table || !tableRow || !tableCell || !tableHeader || !paragraph || $to.depth === 0) return false
  const rows = Array.from({ length: newTable.rows }, (_, row) =>
    tableRow.create(
      null,
      Array.from({ length: newTable.columns }, () => filled(row === 0 ? tableHeader : tableCell, null)),
    ),
  )
  const transaction = state.tr
  const at = insertBlock(transaction, table.create(null, rows))
  dispatch?.(transaction.setSelection(Selection.near(transaction.doc.resolve(at + 1))).scrollIntoView())
  return true
}

/**
 * Puts `block` under the block of the selection, in place of it if it is an empty paragraph, and a paragraph after
 * it if it would be the last, since nothing could be written under it then. Gives its position.
 */
function insertBlock(transaction: EditorState['tr'], block: Node): number {
  const { $to } = transaction.selection
  const { doc } = transaction
  const current = $to.depth > 0 ? $to.node(1) : null
  const replaces = current?.type.name === 'paragraph' && current.content.size === 0
  const from = replaces ? $to.before(1) : $to.depth > 0 ? $to.after(1) : $to.pos
  const to = replaces ? $to.after(1) : from
  const isLast = to === doc.content.size
  const paragraph = doc.type.schema.nodes.paragraph?.create()
  transaction.replaceWith(from, to, isLast && paragraph ? [block, paragraph] : block)
  return from
}

export const tableCommands = {
  addRowBefore: repaired(addRowBefore),
  addRowAfter: repaired(addRowAfter),
  addColumnBefore: repaired(addColumnBefore),
  addColumnAfter: repaired(addColumnAfter),
  deleteRow: repaired(deleteRow),
  deleteColumn: repaired(deleteColumn),
  toggleHeaderRow: repaired(toggleHeader('row')),
  deleteTable,
} as const satisfies Readonly<Record<string, Command>>

/** To the next or the previous cell; after the last one a new row. False before the first, so that Tab goes on. */
export function stepCell(direction: -1 | 1): Command {
  return (state, dispatch, view) => {
    if (!isInTable(state)) return false
    if (goToNextCell(direction)(state, dispatch)) return true
    if (direction === -1 || !view) return false
    return tableCommands.addRowAfter(state, dispatch) && goToNextCell(1)(view.state, dispatch)
  }
}

/**
 * Two people who add a row and a column at once leave a ragged table. prosemirror-tables would mend it on every
 * screen at the same time, each adding the same cell, and so make it ragged again without end. Here it is mended
 * by the next person who does something to the table, and drawn as it is until then.
 */
function repaired(command: Command): Command {
  return (state, dispatch) => {
    if (!isInTable(state)) return false
    const repair = fixTables(state)
    if (!repair) return command(state, dispatch)
    const mended = state.apply(repair)
    return command(
      mended,
      dispatch &&
        (transaction => {
          for (const step of transaction.steps) repair.step(step)
          dispatch(repair.setSelection(Selection.fromJSON(repair.doc, transaction.selection.toJSON())))
        }),
    )
  }
}

function filled(type: NodeType, attributes: Attrs | null): Node {
  const cell = type.createAndFill(attributes)
  if (cell === null) throw new Error('A cell cannot be filled')
  return cell
}

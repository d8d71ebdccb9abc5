import {
  type FileChild,
  type ITableCellOptions,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import type { CellContent, TableContent } from '../../../../shared/document/blockContent.ts'
import { styles } from '../styles.ts'
import type { Writing } from '../Writing.ts'
import { OpenLists } from './OpenLists.ts'
import { paragraph } from './paragraph.ts'
import { columnTwips, mostIndent, type PlacedCell, tableGrid } from './tableGrid.ts'

/** Between the margins of an upright page, in twentieths of a point. */
const textTwips = 9_026

/** Word takes a table with more columns for damage. */
const mostColumns = 63

/**
 * A table. A first row of heads alone is repeated on every page. One with more columns than Word can have is what is in
 * its cells, one after the other.
 */
export function table({ rows }: TableContent, writing: Writing): readonly FileChild[] {
  const grid = tableGrid(rows)
  if (grid.columns > mostColumns) {
    const lists = new OpenLists(writing.lists)
    const lines = rows.flat().flatMap(({ content }) => content)
    return lines.map(line => paragraph(line, lists.next(line), writing))
  }
  const columnWidths = columnTwips(grid, textTwips)
  const isHead =
    rows.length > 1 && (rows[0]?.every(({ header, rowspan = 1 }) => header && rowspan === 1) ?? false)
  const written = new Table({
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths,
    rows: grid.rows.map(
      (cells, row) =>
        new TableRow({
          cantSplit: true,
          ...(isHead && row === 0 ? { tableHeader: true } : {}),
          // Word wants a cell in each row, also in one that cells from above cover wholly.
          children: cells.map(one => cell(one, columnWidths, writing)),
        }),
    ),
  })
  return [written]
}

function cell(
  { cell: { header, content }, column, colspan, rowspan }: PlacedCell,
  columnWidths: readonly number[],
  writing: Writing,
): TableCell {
  const lists = new OpenLists(writing.lists)
  const style = header ? styles.headCell : styles.cell
  const width = columnWidths.slice(column, column + colspan).reduce((sum, one) => sum + one, 0)
  const look: Omit<ITableCellOptions, 'children'> = {
    width: { size: width, type: WidthType.DXA },
    ...(colspan > 1 ? { columnSpan: colspan } : {}),
    ...(rowspan > 1 ? { rowSpan: rowspan } : {}),
    ...(header ? { shading: { fill: 'F0F0F0' } } : {}),
  }
  return new TableCell({
    ...look,
    children: contentOf(content).map(part =>
      paragraph(part, lists.next(part), writing, { style, mostIndent: mostIndent(width) }),
    ),
  })
}

/** Word wants a paragraph in each cell. */
function contentOf(content: CellContent['content']): CellContent['content'] {
  return content.length > 0 ? content : [{ type: 'paragraph', content: [] }]
}

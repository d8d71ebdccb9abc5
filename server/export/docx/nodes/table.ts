import { Table, TableCell, TableRow, WidthType } from 'docx'
import type { CellContent, TableContent } from '../../../../shared/document/blockContent.ts'
import type { Writing } from '../Writing.ts'
import { OpenLists } from './OpenLists.ts'
import { paragraph } from './paragraph.ts'

/** A table. A first row of heads alone is repeated on every page. */
export function table({ rows }: TableContent, writing: Writing): Table {
  const isHead =
    rows.length > 1 && (rows[0]?.every(({ header, rowspan = 1 }) => header && rowspan === 1) ?? false)
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells, row) =>
        new TableRow({
          cantSplit: true,
          ...(isHead && row === 0 ? { tableHeader: true } : {}),
          children: cells.map(one => cell(one, writing)),
        }),
    ),
  })
}

function cell({ header, colspan = 1, rowspan = 1, content }: CellContent, writing: Writing): TableCell {
  const words = header ? content.map(part => ({ ...part, content: part.content.map(heavy) })) : content
  const lists = new OpenLists(writing.lists)
  return new TableCell({
    ...(colspan > 1 ? { columnSpan: colspan } : {}),
    ...(rowspan > 1 ? { rowSpan: rowspan } : {}),
    ...(header ? { shading: { fill: 'F0F0F0' } } : {}),
    children: words.map(part => paragraph(part, lists.next(part), writing)),
  })
}

function heavy(part: CellContent['content'][number]['content'][number]) {
  return part.type === 'text' ? { ...part, bold: true as const } : part
}

import {
  type FileChild,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { linesOf } from '../../paper/linesOf.ts'
import type { PaperProse, PaperTable } from '../../paper/Paper.ts'
import { plainText } from '../plainText.ts'
import { paperHeading } from './paperHeading.ts'
import { paperStyles } from './paperStyles.ts'

/** A table with what it is called over it. Its heads are repeated on every page; `width` is that of the page, in twentieths of a point. */
export function paperTable({ caption, columns, rows }: PaperTable, width: number): FileChild[] {
  const widths = columns.map(({ share }) => Math.round(share * width))
  const cell = (children: Paragraph[], column: number, isHead: boolean) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      ...(isHead ? { shading: { fill: 'EEEEEE' } } : {}),
      // Word wants a paragraph in every cell.
      children: children.length > 0 ? children : [new Paragraph({ style: paperStyles.cell })],
    })
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ heading }, column) => cell([line(heading, 'strong')], column, true)),
  })
  const body = rows.map(
    cells =>
      new TableRow({
        children: cells.map((parts, column) =>
          cell(
            parts.flatMap(part => inCell(column === 0 ? { ...part, look: 'strong' } : part)),
            column,
            false,
          ),
        ),
      }),
  )
  return [
    caption.level === null
      ? new Paragraph({ style: paperStyles.tableCaption, text: plainText(caption.text) })
      : paperHeading(caption.level, caption.text),
    new Table({
      width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      tableLook: { firstRow: true, firstColumn: true },
      rows: [head, ...body],
    }),
    // Word wants a paragraph between two tables, and after the last.
    new Paragraph({ spacing: { after: 0 } }),
  ]
}

function inCell({ text, look }: PaperProse): Paragraph[] {
  return linesOf(text).map(words => line(words, look))
}

function line(text: string, look: PaperProse['look']): Paragraph {
  return new Paragraph({
    style: look === 'quote' ? paperStyles.cellQuote : paperStyles.cell,
    children: [
      new TextRun({
        text: plainText(text),
        ...(look === 'strong' ? { bold: true } : {}),
        ...(look === 'quiet' ? { color: '555555' } : {}),
      }),
    ],
  })
}

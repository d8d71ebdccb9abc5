import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { styles } from '../styles.ts'
import { textRun } from '../textRun.ts'

/** A column of a table of the budget: its name, and how wide it is in twentieths of a point; null takes what is left. */
export interface BudgetColumn {
  readonly name: string
  readonly twips: number | null
  readonly isFigure: boolean
}

/** A row: what stands in each column. A heading has one text, over all of them. */
export type BudgetRow =
  | { readonly is: 'row' | 'sum'; readonly cells: readonly (string | NamedRow)[] }
  | { readonly is: 'heading'; readonly text: string }

/** The name of a row, and what explains it under it. */
export interface NamedRow {
  readonly name: string
  readonly specification: string | null
}

/** Between the margins of a page that lies across. */
const acrossTwips = 13_958
/** Half points; smaller where there are many columns. */
const [usualSize, smallSize] = [18, 15]
const manyColumns = 9
const shade = { fill: 'F0F0F0' }

/** A table of the budget, its head repeated on every page. */
export function budgetTable(columns: readonly BudgetColumn[], rows: readonly BudgetRow[]): Table {
  const columnWidths = widthsOf(columns)
  const size = columns.length >= manyColumns ? smallSize : usualSize
  const cell = (
    said: string | NamedRow,
    place: number,
    isHeavy: boolean,
    { isShaded = false, keepNext = false } = {},
  ) =>
    new TableCell({
      width: { size: columnWidths[place] ?? 0, type: WidthType.DXA },
      verticalAlign: isShaded ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
      ...(isShaded ? { shading: shade } : {}),
      children: cellWords(said, columns[place]?.isFigure ?? false, isHeavy, size, keepNext),
    })
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ name }, place) => cell(name, place, true, { isShaded: true })),
  })
  const body = rows.map(
    (row, place) =>
      new TableRow({
        cantSplit: true,
        children:
          row.is === 'heading'
            ? [headingCell(row.text, columns.length, size)]
            : row.cells.map((said, column) =>
                // Sums that follow each other are read together.
                cell(said, column, row.is === 'sum', {
                  keepNext: row.is === 'sum' && rows[place + 1]?.is === 'sum',
                }),
              ),
      }),
  )
  return new Table({
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths,
    rows: [head, ...body],
  })
}

function headingCell(text: string, columns: number, size: number): TableCell {
  return new TableCell({
    columnSpan: columns,
    shading: shade,
    children: [line(text, false, true, size, true)],
  })
}

function cellWords(
  said: string | NamedRow,
  isFigure: boolean,
  isHeavy: boolean,
  size: number,
  keepNext: boolean,
): Paragraph[] {
  if (typeof said === 'string') return [line(said, isFigure, isHeavy, size, keepNext)]
  const { name, specification } = said
  const explained =
    specification === null
      ? []
      : [new Paragraph({ style: styles.specification, children: [textRun(specification)] })]
  return [line(name, false, isHeavy, size), ...explained]
}

function line(text: string, isFigure: boolean, isHeavy: boolean, size: number, keepNext = false): Paragraph {
  return new Paragraph({
    style: styles.cell,
    alignment: isFigure ? AlignmentType.END : AlignmentType.START,
    spacing: { before: 20, after: 20 },
    keepNext,
    children: [textRun(text, { size, ...(isHeavy ? { bold: true } : {}) })],
  })
}

function widthsOf(columns: readonly BudgetColumn[]): readonly number[] {
  const taken = columns.reduce((sum, { twips }) => sum + (twips ?? 0), 0)
  const free = columns.filter(({ twips }) => twips === null).length
  return columns.map(({ twips }) => twips ?? Math.floor((acrossTwips - taken) / free))
}

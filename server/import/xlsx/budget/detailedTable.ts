import { type BudgetBlock, isSalary } from '../../../../shared/budget/BudgetTemplate.ts'
import { isPlaceholder } from '../../../../shared/budget/rules/placeholder.ts'
import type { PrintedSum, WorkbookLine, WorkbookParty } from '../../../../shared/http/budget.ts'
import { addressOf } from '../workbook/Sheet.ts'
import type { CellReader } from './CellReader.ts'
import type { Columns, RowKinds } from './RowKind.ts'

/** Where in a sheet the detailed budget stands. */
export interface DetailedLayout {
  readonly isOurs: boolean
  /** The last row of the headings. */
  readonly headRow: number
  readonly parties: readonly WorkbookParty[]
  readonly columns: Columns
  readonly kinds: RowKinds
  /** The columns from a row on that repeats the parties in other places; null for other rows. */
  columnsFrom(row: number): Columns | null
}

/** A row that has been read, and which of its block it was, rows of nothing counted. */
export interface FoundLine extends WorkbookLine {
  readonly place: number
}

export interface DetailedTable {
  readonly lines: readonly FoundLine[]
  readonly printed: readonly PrintedSum[]
}

/** Rows that the template has no names for: a name there is somebody's own, amounts or not. */
const namedByPeople: readonly BudgetBlock[] = ['salary', 'ownSalary', 'ownOther']

/** Reads the rows of the detailed budget, and the sums that it prints. */
export function readDetailed(reader: CellReader, layout: DetailedLayout): DetailedTable {
  const lines: FoundLine[] = []
  const printed: PrintedSum[] = []
  let columns = layout.columns
  let block: BudgetBlock | null = null
  let place = 0
  for (const row of reader.sheet.rows.keys()) {
    if (row <= layout.headRow) continue
    columns = layout.columnsFrom(row) ?? columns
    const kind = layout.kinds.kindOf(row)
    if (kind.is === 'end') break
    if (kind.is === 'heading' || kind.is === 'other') block = null
    else if (kind.is === 'block') {
      block = kind.block
      place = 0
    } else if (kind.is === 'sum') {
      const { of } = kind
      const what: PrintedSum['of'] =
        of === 'sought' || of === 'own' || of === 'grand' ? { is: of } : { is: 'block', block: of }
      printed.push(...printedIn(reader, row, columns, what))
      block = null
    } else if (block === null) sayOutside(reader, row, columns)
    else {
      const line = readLine(reader, row, columns, block, kind.key, layout.isOurs)
      if (line) {
        const sum = reader.sum(row, columns.rowSum)
        if (sum !== null && columns.rowSum !== null) {
          const cell = addressOf(row, columns.rowSum)
          const of = { is: 'line', line: lines.length } as const
          printed.push({ sheet: reader.sheet.name, party: null, of, value: sum, cell })
        }
        lines.push({ ...line, place })
      }
      place += 1
    }
  }
  return { lines, printed }
}

function readLine(
  reader: CellReader,
  row: number,
  columns: Columns,
  block: BudgetBlock,
  key: string | null,
  isOurs: boolean,
): WorkbookLine | null {
  const { notes, sheet } = reader
  const cell = addressOf(row, columns.label)
  const amounts = columns.parties.flatMap((places, party) => {
    const column = places.find(place => reader.cell(row, place) !== null)
    const value = column === undefined ? null : reader.amount(row, column)
    if (column === undefined || value === null || value === 0) return []
    if (sheet.merges.some(({ top, bottom, left }) => top === row && bottom > row && left === column)) {
      notes.add('mergedAmount', sheet, addressOf(row, column))
    }
    return [{ party, value, cell: addressOf(row, column) }]
  })
  const written = reader.words(row, columns.label)
  const named = isOurs ? written : (written?.replace(/^\d{1,2}\s?[.)]\s?/, '') ?? null)
  const isPlace = named !== null && named !== '' && isPlaceholder(named)
  const line: WorkbookLine = {
    ...{ key, cell, block, amounts },
    label: named === '' || isPlace ? null : named,
    percent: isSalary(block) ? reader.percent(row, columns.percent, isOurs) : null,
    from: reader.day(row, columns.from),
    to: reader.day(row, columns.to),
    specification: reader.words(row, columns.specification),
    years: [],
  }
  if (isPlace) notes.add('placeholderLeft', sheet, cell, named)
  sayOutsideColumns(reader, row, columns)
  const hasFigures = amounts.length > 0 || (line.percent ?? 0) > 0 || line.from !== null || line.to !== null
  const isNamed = line.label !== null && (isOurs || namedByPeople.includes(block))
  return hasFigures || isNamed || line.specification !== null ? line : null
}

function printedIn(reader: CellReader, row: number, columns: Columns, of: PrintedSum['of']): PrintedSum[] {
  const { name: sheet } = reader.sheet
  const at = (party: number | null, column: number | null): PrintedSum[] => {
    const value = reader.sum(row, column)
    return value === null || column === null
      ? []
      : [{ sheet, party, of, value, cell: addressOf(row, column) }]
  }
  return [
    ...columns.parties.flatMap((places, party) =>
      at(party, places.find(place => reader.cell(row, place)) ?? null),
    ),
    ...at(null, columns.rowSum),
  ]
}

/** Amounts in a row that is in no block. */
function sayOutside(reader: CellReader, row: number, { label, parties }: Columns): void {
  const column = parties.flat().find(place => (reader.sum(row, place) ?? 0) !== 0)
  if (column === undefined) return
  reader.notes.add('outsideRows', reader.sheet, addressOf(row, column), reader.words(row, label))
}

/** Numbers in a row of the budget that stand in none of its columns. */
function sayOutsideColumns(reader: CellReader, row: number, columns: Columns): void {
  const { label, percent, from, to, specification, parties, rowSum } = columns
  const known = new Set([label, percent, from, to, specification, rowSum, ...parties.flat()])
  for (const [column, cell] of reader.sheet.rows.get(row) ?? []) {
    if (known.has(column) || cell.is !== 'number' || cell.value === 0) continue
    reader.notes.add(
      'outsideColumns',
      reader.sheet,
      addressOf(row, column),
      String(cell.value).replace('.', ','),
    )
  }
}

import type { BudgetBlock } from '../../../../shared/budget/BudgetTemplate.ts'
import { addressOf } from '../workbook/Sheet.ts'
import type { CellReader } from './CellReader.ts'
import type { FoundLine } from './detailedTable.ts'
import type { RowKinds } from './RowKind.ts'
import { bare } from './words.ts'

/** Where in a sheet the distribution over the years stands. */
export interface YearsLayout {
  /** The row of the headings of the years. */
  readonly headRow: number
  readonly label: number
  /** Column to calendar year. */
  readonly years: ReadonlyMap<number, number>
  readonly kinds: RowKinds
}

interface YearAmount {
  readonly year: number
  readonly value: number
  readonly cell: string
}

/** A row of the sheet per year. */
export interface YearRow {
  readonly cell: string
  readonly block: BudgetBlock
  readonly key: string | null
  readonly label: string | null
  /** Which of its block it was. */
  readonly place: number
  readonly years: readonly YearAmount[]
}

export interface YearsTable {
  readonly rows: readonly YearRow[]
  readonly other: readonly YearAmount[]
}

export function readPerYear(reader: CellReader, layout: YearsLayout): YearsTable {
  const rows: YearRow[] = []
  const other = new Map<number, YearAmount>()
  let block: BudgetBlock | null = null
  let place = 0
  for (const row of reader.sheet.rows.keys()) {
    if (row <= layout.headRow) continue
    const kind = layout.kinds.kindOf(row)
    if (kind.is === 'end') break
    if (kind.is === 'block') {
      block = kind.block
      place = 0
    } else if (kind.is === 'other' || (kind.is === 'line' && block === 'other')) {
      // Some list the other costs one by one here: they are one line in the form.
      for (const amount of amountsIn(reader, row, layout)) {
        const known = other.get(amount.year)
        other.set(amount.year, known ? { ...known, value: known.value + amount.value } : amount)
      }
      block = 'other'
    } else if (kind.is !== 'line') block = null
    else if (block !== null) {
      const years = amountsIn(reader, row, layout)
      const label = reader.words(row, layout.label)?.replace(/^\d{1,2}\s?[.)]\s?/, '') ?? null
      const cell = addressOf(row, layout.label)
      if (years.length > 0) rows.push({ cell, block, key: kind.key, label: label || null, place, years })
      place += 1
    }
  }
  return { rows, other: [...other.values()] }
}

function amountsIn(reader: CellReader, row: number, { years }: YearsLayout): YearAmount[] {
  return [...years].flatMap(([column, year]) => {
    const value = reader.amount(row, column)
    return value === null || value === 0 ? [] : [{ year, value, cell: addressOf(row, column) }]
  })
}

/**
 * Puts what rows cost per year with the rows of the detailed budget: by key, else by name, else by place. Those that
 * are in no detailed budget are rows of their own.
 */
export function withYears(
  lines: readonly FoundLine[],
  rows: readonly YearRow[],
  reader: CellReader,
): readonly FoundLine[] {
  const years = new Map<FoundLine, YearRow>()
  const free = (line: FoundLine, row: YearRow) => line.block === row.block && !years.has(line)
  const left: YearRow[] = []
  for (const row of rows) {
    const found =
      lines.find(line => free(line, row) && row.key !== null && line.key === row.key) ??
      lines.find(line => free(line, row) && sameName(line.label, row.label))
    if (found) years.set(found, row)
    else left.push(row)
  }
  const added: FoundLine[] = []
  for (const row of left) {
    const found = lines.find(line => free(line, row) && line.place === row.place)
    if (found) {
      years.set(found, row)
      if (row.label !== null) reader.notes.add('yearRowGuessed', reader.sheet, row.cell, row.label)
    } else {
      const { key, cell, block, label, place } = row
      added.push({
        ...{ key, cell, block, label, place, years: [...row.years] },
        ...{ percent: null, from: null, to: null, specification: null, amounts: [] },
      })
      reader.notes.add('yearRowLeft', reader.sheet, cell, label)
    }
  }
  return [...lines.map(line => ({ ...line, years: [...(years.get(line)?.years ?? [])] })), ...added]
}

/** *Lokalkostnader* is what the sheet per year calls the rent. */
function sameName(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false
  const rent = (text: string) => (/^lokalkostnad(?:er)?$/.test(text) ? 'lokalhyra' : text)
  return rent(bare(one)) === rent(bare(other))
}

import { isPlaceholder } from '../../../../shared/budget/rules/placeholder.ts'
import type { WorkbookParty } from '../../../../shared/http/budget.ts'
import { workbookLimits } from '../limits.ts'
import { addressOf, type Sheet } from '../workbook/Sheet.ts'
import type { CellReader } from './CellReader.ts'
import { roleIn } from './partyHeadings.ts'
import { bare } from './words.ts'

/** Where in a sheet the *Budgetsammanställning* stands. */
export interface SummaryLayout {
  readonly headRow: number
  readonly sought: number
  readonly own: number
  readonly grand: number | null
}

interface SummaryAmount {
  readonly value: number
  readonly cell: string
}

export interface SummaryRow {
  readonly party: WorkbookParty
  readonly sought: SummaryAmount | null
  readonly own: SummaryAmount | null
  readonly grand: SummaryAmount | null
}

export interface SummaryTable {
  readonly rows: readonly SummaryRow[]
  /** The line *Summa*. */
  readonly sums: Omit<SummaryRow, 'party'> | null
}

export function summaryLayout(sheet: Sheet): SummaryLayout | null {
  for (const [row, cells] of sheet.rows) {
    const columnOf = (fits: (words: string) => boolean) =>
      [...cells].find(([, cell]) => cell.is === 'text' && fits(bare(cell.text)))?.[0] ?? null
    const own = columnOf(words => /egenfinansiering/.test(words) && words !== 'egenfinansiering')
    const sought = columnOf(words => /samordningsforbundet/.test(words) && words.length < 60)
    if (own === null || sought === null) continue
    const grand = columnOf(words => /^total/.test(words))
    return { headRow: row, sought, own, grand }
  }
  return null
}

/** Reads a row per party: the role stands above the name, before it, or not at all. */
export function readSummary(reader: CellReader, layout: SummaryLayout): SummaryTable {
  const { sheet } = reader
  const rows: SummaryRow[] = []
  let role: 'owner' | 'partner' | null = null
  for (const [row, cells] of sheet.rows) {
    if (row <= layout.headRow) continue
    const words = [...cells].flatMap(([column, cell]) =>
      column < layout.sought && cell.is === 'text' ? [{ column, text: cell.text }] : [],
    )
    const heading = words.map(({ text }) => roleIn(text)).find(found => found !== null)
    role = heading?.role ?? role
    const named = words.find(({ text }) => roleIn(text) === null)
    const name = named?.text ?? heading?.rest ?? null
    const at = (column: number | null) => amountAt(reader, row, column)
    const amounts = { sought: at(layout.sought), own: at(layout.own), grand: at(layout.grand) }
    if (name !== null && /^(?:summa|totalt?)$/.test(bare(name))) return { rows, sums: amounts }
    if (name === null || (amounts.sought === null && amounts.own === null && amounts.grand === null)) continue
    const cell = addressOf(row, named?.column ?? words[0]?.column ?? 1)
    const isPlace = isPlaceholder(name)
    const isNothing = !(amounts.sought?.value || amounts.own?.value)
    if (isPlace) reader.notes.add('placeholderLeft', sheet, cell, name)
    if (!(isPlace && isNothing)) {
      const party = { cell, role: role ?? (rows.length === 0 ? 'owner' : 'partner'), key: null } as const
      rows.push({
        party: { ...party, name: isPlace ? null : name.slice(0, workbookLimits.cellLetters) },
        ...amounts,
      })
    }
    role = null
  }
  return { rows, sums: null }
}

function amountAt(reader: CellReader, row: number, column: number | null): SummaryAmount | null {
  if (column === null) return null
  const value = reader.amount(row, column)
  return value === null ? null : { value, cell: addressOf(row, column) }
}

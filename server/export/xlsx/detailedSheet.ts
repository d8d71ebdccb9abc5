import type { BudgetLine, BudgetParty } from '../../../shared/budget/Budget.ts'
import { type BudgetBlock, isSalary, ownBlocks, soughtBlocks } from '../../../shared/budget/BudgetTemplate.ts'
import type { PartySums } from '../../../shared/budget/sums.ts'
import {
  address,
  day,
  formula,
  kronor,
  nothing,
  percent,
  sumOf,
  type WrittenCell,
  words,
  wordsOver,
} from './cells.ts'
import { SheetRows, type WrittenSheet } from './SheetRows.ts'
import { percentFormat, type StyleName } from './styles.ts'
import { markOf, tabs, type WorkbookContent, withName } from './WorkbookContent.ts'

/** Columns of the detailed sheet, from 0. */
const percentColumn = 2
export const fromColumn = 3
export const toColumn = 4
export const firstPartyColumn = 5

/** The row of the sheets in which the period stands. */
export const periodRow = 2

/** Where things stand in the detailed sheet, for those that fetch from it. Rows from 1, columns from 0. */
export interface DetailedPlaces {
  readonly rowOf: ReadonlyMap<string, number>
  readonly sumRow: Readonly<Record<BudgetBlock, number>>
  readonly soughtRow: number
  readonly ownRow: number
  readonly sumColumn: number
}

/** What a cell of the detailed sheet is called in another. */
export function inDetailed(column: number, row: number): string {
  return `'${tabs.detailed}'!${address(column, row)}`
}

/** *Budget - detaljerad*: what each row costs each party. */
export function detailedSheet(content: WorkbookContent): { sheet: WrittenSheet; places: DetailedPlaces } {
  const { template, budget, sums, hasKeys } = content
  const { labels } = template
  const { parties } = budget
  const sumColumn = firstPartyColumn + parties.length
  const rows = new SheetRows()
  const rowOf = new Map<string, number>()
  const sumRow = {} as Record<BudgetBlock, number>

  /** The cells of the parties, and what they come to together. */
  const across = (row: number, style: StyleName, cells: readonly WrittenCell[], total: number) => {
    const together = sumOf(address(firstPartyColumn, row), address(sumColumn - 1, row))
    return [...cells, formula(parties.length === 0 ? '0' : together, total, style)]
  }

  const addLine = (line: BudgetLine) => {
    const row = rows.next
    const amounts = parties.map(({ key }) => kronor(line.amounts.get(key), 'input'))
    rowOf.set(line.key, row)
    rows.add(hasKeys ? line.key : '', [
      words(line.label, 'input'),
      isSalary(line.block) ? percent(line.percent, 'input') : words(null, 'computed'),
      day(line.from, 'input'),
      day(line.to, 'input'),
      ...across(row, 'computed', amounts, sums.lines.get(line.key) ?? 0),
      words(line.specification, 'input'),
    ])
  }

  /** A row of sums, each made by `of` from the letters of its column. */
  const addSums = (
    { key, label, style }: { readonly key: string; readonly label: string; readonly style: StyleName },
    { byParty, total }: PartySums,
    of: (column: number) => string,
    share: WrittenCell = words(null, style),
  ) => {
    const row = rows.next
    const cells = parties.map((party, index) =>
      formula(of(firstPartyColumn + index), byParty.get(party.key) ?? 0, style),
    )
    const empty = words(null, style)
    return rows.add(key, [words(label, style), share, empty, empty, ...across(row, style, cells, total)])
  }

  const addBlock = (block: BudgetBlock) => {
    const heading = rows.add(`block:${block}`, [words(labels.blocks[block], 'block')])
    const lines = budget.lines.filter(line => line.block === block)
    for (const line of lines) addLine(line)
    const last = rows.next - 1
    // From the heading, so that a row that is put in first is counted too.
    const of = (column: number) => sumOf(address(column, heading), address(column, last))
    const share = isSalary(block)
      ? formula(of(percentColumn), sharesOf(lines), 'sum', percentFormat)
      : words(null, 'sum')
    const sum = { key: `sum:${block}`, label: labels.sums[block], style: 'sum' } as const
    sumRow[block] = addSums(sum, sums.blocks[block], of, share)
  }

  const ofRows = (blocks: readonly BudgetBlock[]) => (column: number) =>
    blocks.map(block => address(column, sumRow[block])).join('+')

  addHead(rows, content)
  rows.add(
    'section:sought',
    sectionCells(
      labels.sought,
      [...parties, null].map(() => words(null, 'section')),
    ),
  )
  for (const block of soughtBlocks) addBlock(block)
  const sought = { key: 'sum:sought', label: labels.soughtSum, style: 'total' } as const
  const soughtRow = addSums(sought, sums.sought, ofRows(soughtBlocks))
  rows.add('')
  const again = [...parties.map(partyWords(content)), labels.summarySum]
  rows.add(
    'section:own',
    sectionCells(
      labels.own,
      again.map(label => words(label, 'head')),
    ),
  )
  for (const block of ownBlocks) addBlock(block)
  const own = { key: 'sum:own', label: labels.ownSum, style: 'total' } as const
  const ownRow = addSums(own, sums.own, ofRows(ownBlocks))
  const grand = { key: 'sum:grand', label: labels.grandSum, style: 'total' } as const
  addSums(grand, sums.grand, column => `${address(column, soughtRow)}+${address(column, ownRow)}`)

  const widths = [14, 46, 10, 12, 12, ...parties.map(() => 20), 20, 40]
  return {
    sheet: rows.sheet(tabs.detailed, widths),
    places: { rowOf, sumRow, soughtRow, ownRow, sumColumn },
  }
}

/** The rows above: title, period, what to do, and the headings of the columns. */
function addHead(rows: SheetRows, content: WorkbookContent): void {
  const { formId, template, name, budget, hasKeys } = content
  const { labels, sheets } = template
  const { parties } = budget
  const head = (text: string | null) => words(text, 'head')
  rows.add(markOf(formId, 'detailed'), [words(withName(sheets.detailed, name), 'title')])
  rows.add('', [
    words(labels.periodLabel, 'block'),
    words(`${labels.from}–${labels.to}`, 'plain'),
    day(budget.start, 'input'),
    day(budget.end, 'input'),
  ])
  rows.add('', [words('Fyll i färgmarkerade fält. Alla belopp i hela kronor (kr).', 'key')])
  rows.add('', [
    head(null),
    head(labels.percent),
    ...wordsOver(2, labels.period, 'head'),
    ...parties.map(party => head(partyWords(content)(party))),
    head(labels.rowSum),
    head('Specifikation'),
  ])
  rows.add('', [
    head(null),
    head(null),
    head(labels.from),
    head(labels.to),
    ...parties.map(({ organisation }) => head(organisation)),
    head('kr'),
    head(null),
  ])
  rows.add('parties', [
    ...[nothing, nothing, nothing, nothing],
    ...parties.map(({ key }) => (hasKeys ? words(key, 'hidden') : nothing)),
  ])
}

/** *Huvudinsatsägare*, *Delinsatsägare 1*: what a party is called by its place. */
export function partyWords({ template, budget }: WorkbookContent): (party: BudgetParty) => string {
  const { owner, partner } = template.labels
  const partners = budget.parties.filter(({ role }) => role === 'partner')
  return party =>
    party.role === 'owner' ? owner : partner.replace('{number}', String(partners.indexOf(party) + 1))
}

/** A heading over the whole width. */
function sectionCells(label: string, overParties: readonly WrittenCell[]): readonly WrittenCell[] {
  const empty = words(null, 'section')
  return [words(label, 'section'), empty, empty, empty, ...overParties]
}

/** As the sheet adds them, per cent. */
function sharesOf(lines: readonly BudgetLine[]): number {
  return lines.reduce((sum, line) => sum + (line.percent ?? 0), 0)
}

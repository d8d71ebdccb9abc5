import type { Budget, BudgetLine } from '../../../../shared/budget/Budget.ts'
import {
  type BudgetBlock,
  type BudgetLabels,
  isSalary,
  ownBlocks,
  soughtBlocks,
} from '../../../../shared/budget/BudgetTemplate.ts'
import { isWritten } from '../../../../shared/budget/seedBudget.ts'
import { type BudgetSums, hasYears, type PartySums } from '../../../../shared/budget/sums.ts'
import { yearName } from '../../../../shared/budget/yearName.ts'
import type { BudgetContent } from '../../../../shared/document/filledForm.ts'
import type { BudgetSection } from '../../../../shared/form/FormTemplate.ts'
import { digits, formWords } from '../../words.ts'
import { joined, said, type Typst, typst } from '../typst.ts'
import type { Writing } from '../Writing.ts'
import { type BudgetRow, budgetTable } from './budgetTable.ts'

interface Sheets {
  readonly budget: Budget
  readonly sums: BudgetSums
  readonly labels: BudgetLabels
  /** The rows that somebody has written in: others are left out on paper, but for a budget that is all unwritten. */
  readonly lines: readonly BudgetLine[]
  /** To be filled in with a pen: no sums of nothing. */
  readonly isUnwritten: boolean
}

/** The sheets of the budget in the words of the form version: per row, per year, and put together. */
export function budgetSection(
  { budget: template }: BudgetSection,
  _content: BudgetContent,
  { budget, sums, name, headings, level }: Writing,
): Typst {
  const { labels } = template
  const written = budget.lines.filter(line => isWritten(template, line))
  const isUnwritten = written.length === 0 && sums.allYears === 0
  const sheets = { budget, sums, labels, lines: isUnwritten ? budget.lines : written, isUnwritten }
  const sheet = (title: string, table: Typst) => [
    headings.heading(level + 1, 'plain', said(title.replace('{name}', () => name).trim())),
    table,
  ]
  return joined([
    typst`par(${formWords.inKronor})`,
    ...sheet(template.sheets.detailed, detailed(sheets)),
    ...(sums.years.size > 0 ? sheet(template.sheets.perYear, perYear(sheets)) : []),
    ...sheet(template.sheets.summary, summary(sheets)),
    typst`par(${labels.summaryNote})`,
  ])
}

function detailed(sheets: Sheets): Typst {
  const { budget, sums, labels } = sheets
  const head = [
    formWords.costType,
    labels.percent,
    labels.period,
    ...budget.parties.map(columnName(labels, '\n')),
    labels.rowSum,
  ]
  return budgetTable(head, 2, [
    partRow(labels.sought),
    ...soughtBlocks.flatMap(block => blockRows(block, sheets)),
    sumRow(labels.soughtSum, sums.sought, sheets),
    partRow(labels.own),
    ...ownBlocks.flatMap(block => blockRows(block, sheets)),
    sumRow(labels.ownSum, sums.own, sheets),
    sumRow(labels.grandSum, sums.grand, sheets),
  ])
}

/** The rows of a block, and what they come to; nothing where there are none. */
function blockRows(block: BudgetBlock, sheets: Sheets): BudgetRow[] {
  const { budget, sums, labels, lines, isUnwritten } = sheets
  const rows = lines.filter(line => line.block === block)
  if (rows.length === 0) return []
  return [
    { label: labels.blocks[block], cells: [], is: 'heading' },
    ...rows.map(
      (line): BudgetRow => ({
        label: line.label ?? (isUnwritten ? '' : formWords.unnamedRow),
        note: line.specification ?? '',
        cells: [
          isSalary(block) && line.percent !== null ? `${line.percent}\u00a0%` : '',
          [line.from, line.to].filter(day => day !== null).join(' – '),
          ...budget.parties.map(({ key }) => perhaps(line.amounts.get(key))),
          isUnwritten ? '' : digits(sums.lines.get(line.key) ?? 0),
        ],
        is: 'row',
      }),
    ),
    sumRow(labels.sums[block], sums.blocks[block], sheets),
  ]
}

function perYear({ budget, sums, labels, lines }: Sheets): Typst {
  const years = [...sums.years.keys()]
  const of = (amounts: ReadonlyMap<number, number>) => years.map(year => perhaps(amounts.get(year)))
  const inYears = (part: 'salary' | 'premises' | 'total') =>
    [...sums.years.values()].map(year => digits(year[part]))
  const block = (part: 'salary' | 'premises'): BudgetRow[] => {
    const rows = lines.filter(line => line.block === part && hasYears(line))
    if (rows.length === 0) return []
    const total = { label: labels.sums[part], cells: [digits(sums.blocks[part].total), ...inYears(part)] }
    return [
      ...rows.map(
        (line): BudgetRow => ({
          label: line.label ?? formWords.unnamedRow,
          cells: [digits(sums.lines.get(line.key) ?? 0), ...of(line.years)],
          is: 'row',
        }),
      ),
      { ...total, is: 'sum' },
    ]
  }
  const head = [formWords.costType, labels.yearTotal, ...years.map(year => yearName(labels, budget, year))]
  return budgetTable(head, 0, [
    ...block('salary'),
    ...block('premises'),
    {
      label: labels.otherPerYear,
      cells: [digits(sums.blocks.other.total), ...of(budget.otherYears)],
      is: 'row',
    },
    { label: labels.soughtSum, cells: [digits(sums.sought.total), ...inYears('total')], is: 'sum' },
    { label: labels.yearCheck, cells: [digits(sums.allYears), ...years.map(() => '')], is: 'sum' },
  ])
}

function summary({ budget, sums, labels, isUnwritten }: Sheets): Typst {
  const three = (of: (part: PartySums) => number) =>
    [sums.sought, sums.own, sums.grand].map(part => (isUnwritten ? '' : digits(of(part))))
  return budgetTable([formWords.party, labels.summarySought, labels.summaryOwn, labels.summaryTotal], 0, [
    ...budget.parties.map(
      (party, place): BudgetRow => ({
        label: columnName(labels, ' ')(party, place),
        cells: three(({ byParty }) => byParty.get(party.key) ?? 0),
        is: 'row',
      }),
    ),
    { label: labels.summarySum, cells: three(({ total }) => total), is: 'sum' },
  ])
}

function partRow(label: string): BudgetRow {
  return { label, cells: [], is: 'part' }
}

function sumRow(label: string, { byParty, total }: PartySums, { budget, isUnwritten }: Sheets): BudgetRow {
  const amounts = [...budget.parties.map(({ key }) => byParty.get(key) ?? 0), total]
  const cells = amounts.map(amount => (isUnwritten ? '' : digits(amount)))
  return { label, cells: ['', '', ...cells], is: 'sum' }
}

/** What a party is, and which, with `between` after the colon. */
function columnName({ owner, partner }: BudgetLabels, between: string) {
  return ({ organisation }: Budget['parties'][number], place: number): string => {
    const role = place === 0 ? owner : partner.replace('{number}', () => String(place))
    return organisation === null ? role : `${role}:${between}${organisation}`
  }
}

/** What nobody has filled in is left empty. */
function perhaps(amount: number | undefined): string {
  return amount === undefined ? '' : digits(amount)
}

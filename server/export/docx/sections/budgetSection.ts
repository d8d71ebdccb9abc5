import { type FileChild, Paragraph } from 'docx'
import type { Budget, BudgetLine } from '../../../../shared/budget/Budget.ts'
import {
  type BudgetBlock,
  type BudgetLabels,
  ownBlocks,
  soughtBlocks,
} from '../../../../shared/budget/BudgetTemplate.ts'
import { budgetOfForm } from '../../../../shared/budget/budgetOfForm.ts'
import { isWritten } from '../../../../shared/budget/seedBudget.ts'
import { type BudgetSums, hasYears, type PartySums, sumsOf } from '../../../../shared/budget/sums.ts'
import { yearName } from '../../../../shared/budget/yearName.ts'
import type { BudgetContent } from '../../../../shared/document/filledForm.ts'
import type { BudgetSection } from '../../../../shared/form/FormTemplate.ts'
import { digits, formWords } from '../../words.ts'
import { plainText } from '../plainText.ts'
import { styles } from '../styles.ts'
import type { Writing } from '../Writing.ts'
import { type BudgetColumn, type BudgetRow, budgetTable, type NamedRow } from './budgetTable.ts'

interface Sheets {
  readonly budget: Budget
  readonly sums: BudgetSums
  readonly labels: BudgetLabels
  /** The rows that somebody has written in: others are left out on paper, but for a budget that is all unwritten. */
  readonly lines: readonly BudgetLine[]
  readonly isUnwritten: boolean
}

/**
 * The sheets of the budget in the words of the form version: per row, per year, and put together. A row has its number in
 * both of the first, by which it is found again when the document is read back (`server/import/docx/form/budget/`).
 */
export function budgetSection(
  { budget: template }: BudgetSection,
  _content: BudgetContent,
  { form, template: formTemplate, name }: Writing,
): FileChild[] {
  const budget = budgetOfForm(formTemplate, form)
  const sums = sumsOf(budget)
  const written = budget.lines.filter(line => isWritten(template, line))
  const isUnwritten = written.length === 0 && sums.allYears === 0
  const lines = isUnwritten ? budget.lines : written
  const sheets = { budget, sums, labels: template.labels, lines, isUnwritten }
  const hasPerYear = sums.years.size > 0
  const heading = (title: string, isOnNewPage = false) =>
    new Paragraph({
      style: styles.subheading,
      pageBreakBefore: isOnNewPage,
      text: plainText(title.replace('{name}', () => name).trim()),
    })
  return [
    new Paragraph(formWords.inKronor),
    heading(template.sheets.detailed),
    detailed(sheets),
    ...(hasPerYear ? [heading(template.sheets.perYear, true), perYear(sheets)] : []),
    heading(template.sheets.summary, !hasPerYear),
    summary(sheets),
    new Paragraph({ style: styles.spacer }),
    new Paragraph(template.labels.summaryNote),
  ]
}

const figureColumn = (name: string): BudgetColumn => ({ name, twips: null, isFigure: true })
const numberColumn: BudgetColumn = { name: formWords.rowNumber, twips: 520, isFigure: false }
const nameColumn: BudgetColumn = { name: formWords.costType, twips: 3_400, isFigure: false }

function detailed(sheets: Sheets) {
  const { budget, sums, labels } = sheets
  const columns = [
    numberColumn,
    nameColumn,
    { name: labels.percent, twips: 800, isFigure: true },
    { name: labels.period, twips: 1_250, isFigure: false },
    ...budget.parties.map((party, place) => figureColumn(columnName(labels)(party, place))),
    figureColumn(labels.rowSum),
  ]
  return budgetTable(columns, [
    { is: 'heading', text: labels.sought },
    ...soughtBlocks.flatMap(block => blockRows(block, sheets)),
    sumRow(labels.soughtSum, sums.sought, sheets),
    { is: 'heading', text: labels.own },
    ...ownBlocks.flatMap(block => blockRows(block, sheets)),
    sumRow(labels.ownSum, sums.own, sheets),
    sumRow(labels.grandSum, sums.grand, sheets),
  ])
}

/** The rows of a block, and what they come to. */
function blockRows(block: BudgetBlock, sheets: Sheets): BudgetRow[] {
  const { budget, sums, labels, lines } = sheets
  const rows = lines
    .filter(line => line.block === block)
    .map(
      (line): BudgetRow => ({
        is: 'row',
        cells: [
          numberOf(line, sheets),
          nameOf(line),
          line.percent === null ? '' : String(line.percent),
          line.from === null && line.to === null ? '' : `${line.from ?? ''} – ${line.to ?? ''}`.trim(),
          ...budget.parties.map(({ key }) => perhaps(line.amounts.get(key))),
          sumOf(sums.lines.get(line.key), sheets),
        ],
      }),
    )
  return [
    { is: 'heading', text: labels.blocks[block] },
    ...rows,
    sumRow(labels.sums[block], sums.blocks[block], sheets),
  ]
}

function perYear(sheets: Sheets) {
  const { budget, sums, labels, lines } = sheets
  const years = [...sums.years.keys()]
  const of = (amounts: ReadonlyMap<number, number>) => years.map(year => perhaps(amounts.get(year)))
  const row = (line: BudgetLine): BudgetRow => ({
    is: 'row',
    cells: [
      numberOf(line, sheets),
      { name: line.label ?? '', specification: null },
      sumOf(sums.lines.get(line.key), sheets),
      ...of(line.years),
    ],
  })
  const total = (name: string, amounts: readonly string[]): BudgetRow => ({
    is: 'sum',
    cells: ['', name, ...amounts],
  })
  const inYears = (part: 'salary' | 'premises' | 'total') =>
    [...sums.years.values()].map(year => sumOf(year[part], sheets))
  /** The rows of a block, and what they come to; nothing where there are none. */
  const block = (part: 'salary' | 'premises'): BudgetRow[] => {
    const rows = lines.filter(line => line.block === part && hasYears(line)).map(row)
    if (rows.length === 0) return []
    return [...rows, total(labels.sums[part], [sumOf(sums.blocks[part].total, sheets), ...inYears(part)])]
  }
  return budgetTable(
    [
      numberColumn,
      nameColumn,
      figureColumn(labels.yearTotal),
      ...years.map(year => figureColumn(yearName(labels, budget, year))),
    ],
    [
      ...block('salary'),
      ...block('premises'),
      {
        is: 'row',
        cells: ['', labels.otherPerYear, sumOf(sums.blocks.other.total, sheets), ...of(budget.otherYears)],
      },
      total(labels.soughtSum, [sumOf(sums.sought.total, sheets), ...inYears('total')]),
      total(labels.yearCheck, [sumOf(sums.allYears, sheets), ...years.map(() => '')]),
    ],
  )
}

function summary(sheets: Sheets) {
  const { budget, sums, labels } = sheets
  const three = (of: (part: PartySums) => number) =>
    [sums.sought, sums.own, sums.grand].map(part => sumOf(of(part), sheets))
  return budgetTable(
    [
      { name: formWords.party, twips: 5_000, isFigure: false },
      ...[labels.summarySought, labels.summaryOwn, labels.summaryTotal].map(figureColumn),
    ],
    [
      ...budget.parties.map(
        (party, place): BudgetRow => ({
          is: 'row',
          cells: [columnName(labels)(party, place), ...three(({ byParty }) => byParty.get(party.key) ?? 0)],
        }),
      ),
      { is: 'sum', cells: [labels.summarySum, ...three(({ total }) => total)] },
    ],
  )
}

function sumRow(label: string, { byParty, total }: PartySums, sheets: Sheets): BudgetRow {
  const amounts = sheets.budget.parties.map(({ key }) => sumOf(byParty.get(key), sheets))
  return { is: 'sum', cells: ['', label, '', '', ...amounts, sumOf(total, sheets)] }
}

function columnName({ owner, partner }: BudgetLabels) {
  return ({ organisation }: Budget['parties'][number], place: number): string => {
    const role = place === 0 ? owner : partner.replace('{number}', String(place))
    return organisation === null ? role : `${role}: ${organisation}`
  }
}

function numberOf(line: BudgetLine, { lines }: Sheets): string {
  return String(lines.indexOf(line) + 1)
}

function nameOf({ label, specification }: BudgetLine): NamedRow {
  return { name: label ?? '', specification }
}

/** What nobody has filled in is left empty. */
function perhaps(amount: number | undefined): string {
  return amount === undefined ? '' : digits(amount)
}

/** A sum, which is left empty where there is nothing to add. */
function sumOf(amount: number | undefined, { isUnwritten }: Sheets): string {
  return isUnwritten ? '' : digits(amount ?? 0)
}

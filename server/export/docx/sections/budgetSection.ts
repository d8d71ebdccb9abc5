import {
  AlignmentType,
  type FileChild,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Budget, BudgetLine } from '../../../../shared/budget/Budget.ts'
import {
  type BudgetBlock,
  type BudgetLabels,
  isSalary,
  ownBlocks,
  soughtBlocks,
} from '../../../../shared/budget/BudgetTemplate.ts'
import { budgetOfForm } from '../../../../shared/budget/budgetOfForm.ts'
import { isWritten } from '../../../../shared/budget/seedBudget.ts'
import { type BudgetSums, hasYears, type PartySums, sumsOf } from '../../../../shared/budget/sums.ts'
import { yearName } from '../../../../shared/budget/yearName.ts'
import type { BudgetContent } from '../../../../shared/document/filledForm.ts'
import type { BudgetSection } from '../../../../shared/form/FormTemplate.ts'
import { kronor } from '../../html/words.ts'
import { plainText } from '../plainText.ts'
import { styles } from '../styles.ts'
import type { Writing } from '../Writing.ts'

interface Sheets {
  readonly budget: Budget
  readonly sums: BudgetSums
  readonly labels: BudgetLabels
  /** The rows that somebody has written in: others are left out on paper. */
  readonly lines: readonly BudgetLine[]
}

/** A row of a table: its name, its figures, and whether it is a sum or a heading. */
interface Line {
  readonly label: string
  readonly cells: readonly string[]
  readonly is: 'row' | 'sum' | 'heading'
}

/** The sheets of the budget in the words of the form version: per row, per year, and put together. */
export function budgetSection(
  { budget: template }: BudgetSection,
  _content: BudgetContent,
  { form, template: formTemplate, name }: Writing,
): FileChild[] {
  const budget = budgetOfForm(formTemplate, form)
  const lines = budget.lines.filter(line => isWritten(template, line))
  const sheets = { budget, sums: sumsOf(budget), labels: template.labels, lines }
  const heading = (title: string) =>
    new Paragraph({ style: styles.subheading, text: plainText(title.replace('{name}', () => name).trim()) })
  return [
    heading(template.sheets.detailed),
    detailed(sheets),
    ...(sheets.sums.years.size > 0 ? [heading(template.sheets.perYear), perYear(sheets)] : []),
    heading(template.sheets.summary),
    summary(sheets),
    new Paragraph(template.labels.summaryNote),
  ]
}

function detailed(sheets: Sheets): Table {
  const { budget, sums, labels } = sheets
  const head = ['', labels.percent, labels.period, ...budget.parties.map(columnName(labels)), labels.rowSum]
  return table(head, [
    headingLine(labels.sought),
    ...soughtBlocks.flatMap(block => blockLines(block, sheets)),
    sumLine(labels.soughtSum, sums.sought, sheets),
    headingLine(labels.own),
    ...ownBlocks.flatMap(block => blockLines(block, sheets)),
    sumLine(labels.ownSum, sums.own, sheets),
    sumLine(labels.grandSum, sums.grand, sheets),
  ])
}

/** The rows of a block, and what they come to. */
function blockLines(block: BudgetBlock, sheets: Sheets): Line[] {
  const { budget, sums, labels, lines } = sheets
  const rows = lines.filter(line => line.block === block)
  return [
    headingLine(labels.blocks[block]),
    ...rows.map(
      (line): Line => ({
        label: nameOf(line),
        cells: [
          isSalary(block) && line.percent !== null ? String(line.percent) : '',
          [line.from ?? '', line.to ?? ''].filter(day => day !== '').join(' – '),
          ...budget.parties.map(({ key }) => perhaps(line.amounts.get(key))),
          kronor(sums.lines.get(line.key) ?? 0),
        ],
        is: 'row',
      }),
    ),
    sumLine(labels.sums[block], sums.blocks[block], sheets),
  ]
}

function perYear({ budget, sums, labels, lines }: Sheets): Table {
  const years = [...sums.years.keys()]
  const of = (amounts: ReadonlyMap<number, number>) => years.map(year => perhaps(amounts.get(year)))
  const rows = lines.filter(hasYears).map(
    (line): Line => ({
      label: nameOf(line),
      cells: [kronor(sums.lines.get(line.key) ?? 0), ...of(line.years)],
      is: 'row',
    }),
  )
  return table(
    ['', labels.yearTotal, ...years.map(year => yearName(labels, budget, year))],
    [
      ...rows,
      {
        label: labels.otherPerYear,
        cells: [kronor(sums.blocks.other.total), ...of(budget.otherYears)],
        is: 'row',
      },
      {
        label: labels.soughtSum,
        cells: [kronor(sums.sought.total), ...[...sums.years.values()].map(({ total }) => kronor(total))],
        is: 'sum',
      },
      { label: labels.yearCheck, cells: [kronor(sums.allYears), ...years.map(() => '')], is: 'sum' },
    ],
  )
}

function summary({ budget, sums, labels }: Sheets): Table {
  const three = (of: (part: PartySums) => number) =>
    [sums.sought, sums.own, sums.grand].map(part => kronor(of(part)))
  return table(
    ['', labels.summarySought, labels.summaryOwn, labels.summaryTotal],
    [
      ...budget.parties.map(
        (party, place): Line => ({
          label: columnName(labels)(party, place),
          cells: three(({ byParty }) => byParty.get(party.key) ?? 0),
          is: 'row',
        }),
      ),
      { label: labels.summarySum, cells: three(({ total }) => total), is: 'sum' },
    ],
  )
}

function table(head: readonly string[], lines: readonly Line[]): Table {
  const headRow = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: head.map((text, place) => cell(text, place > 0, true)),
  })
  const rows = lines.map(({ label, cells, is }) => {
    const isHeavy = is !== 'row'
    return new TableRow({
      cantSplit: true,
      children: [
        is === 'heading'
          ? new TableCell({
              columnSpan: head.length,
              shading: { fill: 'F0F0F0' },
              children: [words(label, false, true)],
            })
          : cell(label, false, isHeavy),
        ...cells.map(text => cell(text, true, isHeavy)),
      ],
    })
  })
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [headRow, ...rows] })
}

function cell(text: string, isFigure: boolean, isHeavy: boolean): TableCell {
  return new TableCell({ children: [words(text, isFigure, isHeavy)] })
}

function words(text: string, isFigure: boolean, isHeavy: boolean): Paragraph {
  return new Paragraph({
    alignment: isFigure ? AlignmentType.END : AlignmentType.START,
    spacing: { before: 20, after: 20 },
    children: [new TextRun({ text: plainText(text), size: 18, bold: isHeavy })],
  })
}

function headingLine(label: string): Line {
  return { label, cells: [], is: 'heading' }
}

function sumLine(label: string, { byParty, total }: PartySums, { budget }: Sheets): Line {
  const amounts = budget.parties.map(({ key }) => kronor(byParty.get(key) ?? 0))
  return { label, cells: ['', '', ...amounts, kronor(total)], is: 'sum' }
}

function columnName({ owner, partner }: BudgetLabels) {
  return ({ organisation }: Budget['parties'][number], place: number): string => {
    const role = place === 0 ? owner : partner.replace('{number}', String(place))
    return organisation === null ? role : `${role}: ${organisation}`
  }
}

function nameOf({ label, specification }: BudgetLine): string {
  return [label ?? '', specification === null ? '' : `(${specification})`]
    .filter(part => part !== '')
    .join(' ')
}

/** What nobody has filled in is left empty. */
function perhaps(amount: number | undefined): string {
  return amount === undefined ? '' : kronor(amount)
}

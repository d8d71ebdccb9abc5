import type { BudgetLabels } from '../../../../../shared/budget/BudgetTemplate.ts'
import type { BudgetLineContent, FilledForm } from '../../../../../shared/document/filledForm.ts'
import { forms } from '../../../../../shared/form/forms.ts'
import type { ReadNote } from '../../../../../shared/import/ReadForm.ts'
import { formWords } from '../../../../export/words.ts'
import { Notes } from '../../../xlsx/budget/Notes.ts'
import { type CellValue, type Sheet, textAt } from '../../../xlsx/workbook/Sheet.ts'
import { note } from '../note.ts'
import { budgetNotes } from './budgetNotes.ts'
import { columnParties, namedColumn } from './budgetParties.ts'
import { OurRows, type PartyColumn } from './OurRows.ts'
import { ourColumns } from './ourColumns.ts'
import type { ReadBudget } from './ReadBudget.ts'
import type { TableSheet } from './tableSheet.ts'

/** Words that our tables print, of every form version: a file may be read into another than its own. */
const labels = forms.flatMap(form =>
  form.sections.flatMap(section => (section.kind === 'budget' ? [section.budget.labels] : [])),
)

export interface OurTables {
  readonly detailed: TableSheet
  readonly perYear: TableSheet | null
}

/** Which of the tables are those that we write; null when they are not. */
export function ourTables(tables: readonly TableSheet[]): OurTables | null {
  const has = ({ sheet }: TableSheet, column: number, printed: (of: BudgetLabels) => string) =>
    textAt(sheet, 1, ourColumns.number) === formWords.rowNumber &&
    textAt(sheet, 1, ourColumns.name) === formWords.costType &&
    labels.some(known => printed(known) === textAt(sheet, 1, column))
  const detailed = tables.find(table => has(table, ourColumns.percent, ({ percent }) => percent))
  const perYear = tables.find(table => has(table, ourColumns.yearTotal, ({ yearTotal }) => yearTotal))
  return detailed ? { detailed, perYear: perYear ?? null } : null
}

export function readOurTables({ detailed, perYear }: OurTables, form: FilledForm): ReadBudget {
  const notes = new Notes()
  const said: ReadNote[] = []
  const parties = partiesIn(detailed.sheet, form, said)
  const rows = new OurRows(withHeadingsNamed(detailed.sheet), notes)
  const lines = rows.lines(parties, detailed.specifications)
  const years =
    perYear === null
      ? null
      : new OurRows(perYear.sheet, notes).years(yearColumns(perYear.sheet), rowsOfOthers())
  return {
    lines: lines
      .map(({ number, line }) => ({ ...line, years: years?.byRow.get(number) ?? {} }))
      .filter(saysSomething),
    otherYears: years?.other ?? {},
    notes: [...said, ...budgetNotes(notes.said)],
  }
}

function saysSomething({ block: _, amounts, years, ...words }: BudgetLineContent): boolean {
  const says = amounts.length > 0 || Object.keys(years).length > 0
  return says || Object.values(words).some(value => value !== null)
}

/** The columns between the period and the sum of the row. */
function partiesIn(sheet: Sheet, form: FilledForm, said: ReadNote[]): readonly PartyColumn[] {
  const headings: { readonly column: number; readonly text: string }[] = []
  for (let column: number = ourColumns.firstParty; ; column += 1) {
    const text = textAt(sheet, 1, column)
    if (text === null || labels.some(({ rowSum }) => rowSum === text)) break
    headings.push({ column, text })
  }
  const found = columnParties(
    headings.map(({ text }, place) => namedColumn(text, place)),
    form,
  )
  return headings.flatMap(({ column, text }, place) => {
    const { party, isGuessed } = found[place] ?? { party: null, isGuessed: false }
    if (party === null) said.push(note('budgetNotTaken', text))
    else if (isGuessed) said.push(note('amountGuessed', text))
    return party === null ? [] : [{ column, party }]
  })
}

/** *År 2 2026*, or the year alone. */
function yearColumns(sheet: Sheet): ReadonlyMap<number, number> {
  const years = new Map<number, number>()
  for (const [column, cell] of sheet.rows.get(1) ?? []) {
    const year = cell.is === 'text' ? /(?:^|\s)((?:199|20\d)\d)$/.exec(cell.text)?.[1] : undefined
    if (column >= ourColumns.firstYear && year !== undefined) years.set(column, Number(year))
  }
  return years
}

function rowsOfOthers(): ReadonlySet<string> {
  return new Set(labels.map(({ otherPerYear }) => otherPerYear))
}

/** A heading goes over all columns, and stands in the first: its words are those of a name. */
function withHeadingsNamed(sheet: Sheet): Sheet {
  const rows = [...sheet.rows].map(([row, cells]) => {
    const [first, ...others] = cells
    const isHeading =
      row > 1 && others.length === 0 && first?.[0] === ourColumns.number && !isNumber(first[1])
    return [row, isHeading ? new Map([[ourColumns.name as number, first[1]]]) : cells] as const
  })
  return { ...sheet, rows: new Map(rows) }
}

function isNumber(cell: CellValue): boolean {
  return cell.is === 'text' && /^\d+$/.test(cell.text)
}

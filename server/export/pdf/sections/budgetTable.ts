import { stacked } from '../prose.ts'
import { Arguments, joined, said, type Typst, typst } from '../typst.ts'

/** A row: what it is of, with its figures; `heading` and `part` head those under them, and have none. */
export interface BudgetRow {
  readonly label: string
  /** Stands under the label. */
  readonly note?: string
  readonly cells: readonly string[]
  readonly is: 'row' | 'sum' | 'heading' | 'part'
}

/** A table of so few rows stands on one page. */
const mostRowsTogether = 16

/**
 * A table of amounts. The first column says what a row is of; of the others, `lead` columns have a width of what is in
 * them, and the amounts share the rest.
 */
export function budgetTable(head: readonly string[], lead: number, rows: readonly BudgetRow[]): Typst {
  const cells = [
    typst`table.header(${new Arguments(head.map(headCell))})`,
    ...rows.flatMap(row => cellsOf(row, head.length)),
  ]
  return typst`budget-table(${head.length}, ${lead}, ${rows.length <= mostRowsTogether}, ${new Arguments(cells)})`
}

/** What stands over the rows stands to the left, what stands over figures to the right, whose organisation under what it is. */
function headCell(text: string, column: number): Typst {
  const side = column === 0 ? typst`start` : typst`end`
  return typst`budget-head(${side}, ${stacked(text)})`
}

function cellsOf({ label, note = '', cells, is }: BudgetRow, columns: number): Typst[] {
  if (is === 'heading' || is === 'part') return [typst`budget-span(${columns}, ${is}, ${label})`]
  const words = joined([said(label), ...(note === '' ? [] : [typst`budget-note(${note})`])])
  const isSum = is === 'sum'
  return [
    typst`budget-cell(${isSum}, start, ${words})`,
    ...cells.map(text => typst`budget-cell(${isSum}, end, ${said(text)})`),
  ]
}

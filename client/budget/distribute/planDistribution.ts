import type { Budget } from '../../../shared/budget/Budget.ts'
import { otherRows, shareKey } from '../../../shared/budget/budgetKeys.ts'
import { type Distribution, distribute } from '../../../shared/budget/distribute.ts'
import { type BudgetSums, hasPeriod, hasYears, sum } from '../../../shared/budget/sums.ts'
import type { FieldPath } from '../../form/fieldPath.ts'

/** Something whose cost is said per year: a row, or all other costs together. */
export interface SpreadRow {
  /** Row key, or `otherRows`. */
  readonly key: string
  /** Null where the row has no name, and for all other costs. */
  readonly label: string | null
  /** Its place among the salaries or the premises, from 1. */
  readonly number: number
  readonly kind: 'salary' | 'premises' | 'other'
  /** What it costs in all, kronor. */
  readonly total: number
  /** What is said of the years now. */
  readonly years: ReadonlyMap<number, number>
  /** Days that it is worked, within the period; the period where it says none. */
  readonly from: string
  readonly to: string
}

/** What a row would cost in each year. */
export interface PlannedRow {
  readonly row: SpreadRow
  readonly years: ReadonlyMap<number, number>
  /** It has other amounts for years already, which go. */
  readonly replaces: boolean
}

/** Everything that has a cost to be divided over the years, in the order of the sheet; none while there is no period. */
export function spreadRows(budget: Budget, sums: BudgetSums): readonly SpreadRow[] {
  const { start, end } = budget
  if (start === null || end === null || !hasPeriod(budget)) return []
  const rows = (['salary', 'premises'] as const).flatMap(kind =>
    budget.lines
      .filter(line => line.block === kind && hasYears(line))
      .map(
        (line, index): SpreadRow => ({
          key: line.key,
          label: line.label,
          number: index + 1,
          kind,
          total: sums.lines.get(line.key) ?? 0,
          years: line.years,
          ...within({ from: line.from ?? start, to: line.to ?? end }, { from: start, to: end }),
        }),
      ),
  )
  const other: SpreadRow = {
    key: otherRows,
    label: null,
    number: 1,
    kind: 'other',
    total: sums.blocks.other.total,
    years: budget.otherYears,
    from: start,
    to: end,
  }
  return [...rows, other].filter(row => row.total > 0)
}

/** What is left to divide: kronor, below zero where the years say too much. */
export function leftOf({ total, years }: Pick<SpreadRow, 'total' | 'years'>): number {
  return total - sum(years.values())
}

/** How each row would be divided. */
export function planDistribution(rows: readonly SpreadRow[], how: Distribution): readonly PlannedRow[] {
  return rows.map(row => {
    const years = distribute(row.total, row, how)
    const replaces = [...row.years].some(([year, kronor]) => kronor !== 0 && kronor !== years.get(year))
    return { row, years, replaces }
  })
}

/** The cells that a plan changes, with their new amounts; a year that has none any more is emptied. */
export function cellsOf(plan: readonly PlannedRow[]): readonly { path: FieldPath; value: number | null }[] {
  return plan.flatMap(({ row, years }) => {
    const touched = [...new Set([...row.years.keys(), ...years.keys()])]
    return touched
      .map(year => ({ year, value: years.get(year) ?? null }))
      .filter(({ year, value }) => value !== (row.years.get(year) ?? null))
      .map(({ year, value }) => ({ path: shareKey(year, row.key), value }))
  })
}

/** A time as far as it lies within the period; the period where it does not, or runs backwards. */
function within(days: Days, period: Days): Days {
  const [, from = period.from] = [days.from, period.from].sort()
  const [to = period.to] = [days.to, period.to].sort()
  return from <= to ? { from, to } : period
}

interface Days {
  readonly from: string
  readonly to: string
}

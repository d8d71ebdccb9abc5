import type { Budget } from '../../../shared/budget/Budget.ts'
import { soughtBlocks } from '../../../shared/budget/BudgetTemplate.ts'
import { type BudgetSums, sum, yearsOf } from '../../../shared/budget/sums.ts'

/** What a cost is for, in the order that bars are stacked: *lön*, *lokal*, *övrigt*. */
export const costKinds = soughtBlocks

export type CostKind = (typeof costKinds)[number]

/** A bar of the chart: what is asked for in a year, kind by kind. Kronor. */
export interface CostBar {
  /** Calendar year; null for what is not said of any year. */
  readonly year: number | null
  readonly costs: Readonly<Record<CostKind, number>>
  readonly total: number
}

export interface CostBars {
  /** The years in order, then what is left of them. Empty while nothing is asked for. */
  readonly bars: readonly CostBar[]
  /** What is said of the years beyond what the rows ask for, kronor; 0 when there is no such fault. */
  readonly tooMuch: number
}

/**
 * Bars of what is asked for. What the years say is drawn as they say it, and what no year has is a bar of its own, so
 * that a budget that is not spread out yet shows nothing wrong. What lies within a single year is that year's.
 */
export function costBars(budget: Budget, sums: BudgetSums): CostBars {
  const left = costKinds.map(kind => leftOf(budget, sums, kind))
  const [salary = 0, premises = 0, other = 0] = left.map(({ missing }) => missing)
  const tooMuch = sum(left.map(kind => kind.tooMuch))
  const isSpread = sums.allYears > 0
  const [only = null, ...more] = isSpread ? [] : yearsOf(budget)
  const years = isSpread ? [...sums.years].map(([year, { total, ...costs }]) => ({ year, costs, total })) : []
  const rest: CostBar = {
    year: more.length === 0 ? only : null,
    costs: { salary, premises, other },
    total: salary + premises + other,
  }
  return { bars: rest.total > 0 ? [...years, rest] : years, tooMuch }
}

/** Row by row, so that too much in one never hides that another is not spread out. */
function leftOf({ lines, otherYears }: Budget, sums: BudgetSums, kind: CostKind) {
  const differences =
    kind === 'other'
      ? [sums.blocks.other.total - sum(otherYears.values())]
      : lines
          .filter(line => line.block === kind)
          .map(line => (sums.lines.get(line.key) ?? 0) - sum(line.years.values()))
  return {
    missing: sum(differences.map(kronor => Math.max(0, kronor))),
    tooMuch: sum(differences.map(kronor => Math.max(0, -kronor))),
  }
}

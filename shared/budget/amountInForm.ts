import type { Budget } from './Budget.ts'
import { type BudgetSums, hasAmounts, soughtInYears, sum } from './sums.ts'

/** An amount that somebody has typed under *Ange budget/finansiering*, before there was a budget to reckon it from. */
export interface TypedAmount {
  /** Whole kronor. */
  readonly total: number | null
  /** Calendar year to kronor, where the form asks per year. */
  readonly years: ReadonlyMap<number, number>
}

/** What the form says under *Ange budget/finansiering*: shown, exported, and never stored. */
export interface AmountInForm {
  /** `typed` only while the budget has no amounts at all; `nothing` while nobody has said any. */
  readonly from: 'budget' | 'typed' | 'nothing'
  /** Whole kronor; null from `nothing`. */
  readonly total: number | null
  /** Calendar year to kronor, in order; empty where the form asks for one amount, and while no year has any. */
  readonly years: ReadonlyMap<number, number>
  /** What the total has and the years have not, kronor; below zero where they have too much. 0 without `perYear`. */
  readonly undistributed: number
}

/** The amount of the form (BV9): the total of its budget, per year where the form asks for it. */
export function amountInForm(
  budget: Budget,
  sums: BudgetSums,
  typed: TypedAmount,
  perYear: boolean,
): AmountInForm {
  if (hasAmounts(budget)) {
    const years = perYear ? soughtInYears(budget, sums) : new Map<number, number>()
    const undistributed = perYear ? sums.sought.total - sum(years.values()) : 0
    return { from: 'budget', total: sums.sought.total, years, undistributed }
  }
  const total = typedTotal(typed)
  const years = new Map(perYear ? [...typed.years].sort(([one], [other]) => one - other) : [])
  return { from: total === null ? 'nothing' : 'typed', total, years, undistributed: 0 }
}

/** What was typed, in all; null when nothing was. */
export function typedTotal({ total, years }: TypedAmount): number | null {
  return years.size === 0 ? total : sum(years.values())
}

/** Whether something else was typed than what the budget says, so that somebody must decide (BV9). */
export function saysOtherwise(typed: TypedAmount, said: AmountInForm): boolean {
  if (said.from !== 'budget') return false
  const total = typedTotal(typed)
  if (total !== null && total !== said.total) return true
  return [...typed.years].some(([year, kronor]) => kronor !== (said.years.get(year) ?? 0))
}

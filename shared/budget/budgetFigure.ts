import type { Budget } from './Budget.ts'
import { type BudgetSums, hasAmounts } from './sums.ts'

/**
 * Which sum of the budget a live figure in running text shows, as it is kept: `sought`, `own`, `grand`, or a calendar
 * year, for what is sought in it. Nothing that is moved or comes anew under another key is named, so that a figure means
 * the same in a version, in another document, and after parties have come and gone.
 */
export type BudgetSum = 'sought' | 'own' | 'grand' | `${number}`

/** Kronor; or why there are none: nobody has put in amounts yet, or the year is not in the budget any more. */
export type FigureAmount = number | 'noAmounts' | 'noYear'

const wholeSums = ['sought', 'own', 'grand'] as const
const yearPattern = /^(?:199\d|20\d\d)$/

/** True for what a figure may show. Never throws: it is given whatever a client sent. */
export function isBudgetSum(value: unknown): value is BudgetSum {
  return typeof value === 'string' && (wholeSums.some(sum => sum === value) || yearPattern.test(value))
}

/** The year that a figure is of; null for one of the whole budget. */
export function yearOfSum(sum: BudgetSum): number | null {
  return yearPattern.test(sum) ? Number(sum) : null
}

/** What a figure shows. `sums`: those of `budget`. */
export function figureAmount(budget: Budget, sums: BudgetSums, sum: BudgetSum): FigureAmount {
  if (sum === 'sought' || sum === 'own' || sum === 'grand') {
    return hasAmounts(budget) ? sums[sum].total : 'noAmounts'
  }
  const year = sums.years.get(Number(sum))
  if (year === undefined) return 'noYear'
  return sums.allYears > 0 ? year.total : 'noAmounts'
}

/** The sums that can be put into the text, in the order in which they are offered. */
export function offeredSums(sums: BudgetSums): readonly BudgetSum[] {
  return [...wholeSums, ...[...sums.years.keys()].map(year => `${year}` as const)]
}

import type { Budget } from './Budget.ts'
import type { BudgetLabels } from './BudgetTemplate.ts'
import { yearsOf } from './sums.ts'

/** What the column of a year is called: `År 2 2026`, or the year alone when it lies outside the period. */
export function yearName(
  { year: label }: Pick<BudgetLabels, 'year'>,
  budget: Pick<Budget, 'start' | 'end'>,
  year: number,
): string {
  const place = yearsOf(budget).indexOf(year)
  if (place === -1) return String(year)
  return label.replace('{number}', String(place + 1)).replace('{year}', String(year))
}

import type { Budget, BudgetLine } from '../../../shared/budget/Budget.ts'
import { hasYears, shownYears, sum, yearsOf } from '../../../shared/budget/sums.ts'

/** Which rows and years the sheet per year has; equal ones are drawn by the same columns and rows. */
export interface YearStructure {
  readonly salary: readonly string[]
  readonly premises: readonly string[]
  /** Calendar years in order, each with its number within the period; null for one outside it. */
  readonly years: readonly { readonly year: number; readonly number: number | null }[]
}

/**
 * The rows of the detailed sheet that have something to say, and the years. A row that nobody has named or given an
 * amount is left out, since seven of them are there from the beginning.
 */
export function yearStructure(budget: Budget): YearStructure {
  const inPeriod = yearsOf(budget)
  const keysOf = (block: BudgetLine['block']) =>
    budget.lines
      .filter(line => line.block === block && hasYears(line) && saysSomething(line))
      .map(({ key }) => key)
  return {
    salary: keysOf('salary'),
    premises: keysOf('premises'),
    years: shownYears(budget).map(year => {
      const place = inPeriod.indexOf(year)
      return { year, number: place === -1 ? null : place + 1 }
    }),
  }
}

function saysSomething({ label, percent, amounts, years }: BudgetLine): boolean {
  return label !== null || percent !== null || sum(amounts.values()) > 0 || sum(years.values()) > 0
}

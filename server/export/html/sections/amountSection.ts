import { amountInForm } from '../../../../shared/budget/amountInForm.ts'
import type { Budget } from '../../../../shared/budget/Budget.ts'
import type { BudgetSums } from '../../../../shared/budget/sums.ts'
import type { AmountContent } from '../../../../shared/document/filledForm.ts'
import type { AmountSection } from '../../../../shared/form/FormTemplate.ts'
import { formWords, kronor } from '../../words.ts'
import { type Html, html } from '../html.ts'
import { facts, prose } from '../prose.ts'

/** The amount sought, whole and by year: that of the budget, or what was typed while the budget has none. */
export function amountSection(
  { perYear: asksPerYear }: AmountSection,
  { total: typed, perYear, note }: AmountContent,
  budget: Budget,
  sums: BudgetSums,
): Html {
  const typedYears = new Map(Object.entries(perYear).map(([year, amount]) => [Number(year), amount]))
  const { total, years, undistributed } = amountInForm(
    budget,
    sums,
    { total: typed, years: typedYears },
    asksPerYear,
  )
  const amounts = facts([
    [formWords.amount, total === null ? '' : kronor(total)],
    ...[...years].map(([year, amount]) => [`${formWords.amount} ${year}`, kronor(amount)] as const),
    [undistributed < 0 ? formWords.tooMuch : formWords.undistributed, left(undistributed)],
  ])
  return html`${amounts}${prose(note)}`
}

function left(undistributed: number): string {
  return undistributed === 0 ? '' : kronor(Math.abs(undistributed))
}

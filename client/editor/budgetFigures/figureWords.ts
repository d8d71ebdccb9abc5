import { type BudgetSum, type FigureAmount, yearOfSum } from '../../../shared/budget/budgetFigure.ts'
import { formatKronor } from '../../form/amount.ts'
import type { editor } from '../../text/sv/editor.ts'

/** What stands in the text: the amount, or that there is none. */
export function figureWords(words: typeof editor, sum: BudgetSum, amount: FigureAmount): string {
  if (amount === 'noAmounts') return words.budgetFigure.noAmounts
  if (amount === 'noYear') return words.budgetFigure.noYear(sum)
  return formatKronor(amount)
}

/** Which sum it is. */
export function sumName({ budgetFigure }: typeof editor, sum: BudgetSum): string {
  return sum === 'sought' || sum === 'own' || sum === 'grand'
    ? budgetFigure.sums[sum]
    : budgetFigure.inYear(String(yearOfSum(sum)))
}

import { type BudgetSum, figureAmount } from '../../shared/budget/budgetFigure.ts'
import { budgetOfForm } from '../../shared/budget/budgetOfForm.ts'
import { sumsOf } from '../../shared/budget/sums.ts'
import type { FilledForm } from '../../shared/document/filledForm.ts'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import { formWords, kronor } from './words.ts'

/** What the sums of the budget in the text of a form say: those of its own budget. */
export function budgetFigures(template: FormTemplate, form: FilledForm): (sum: BudgetSum) => string {
  const budget = budgetOfForm(template, form)
  const sums = sumsOf(budget)
  return sum => {
    const amount = figureAmount(budget, sums, sum)
    if (amount === 'noAmounts') return formWords.noAmounts
    return amount === 'noYear' ? formWords.noYear(sum) : kronor(amount)
  }
}

import type { BudgetSum } from '../../../../shared/budget/budgetFigure.ts'
import type { Footnotes } from './Footnotes.ts'

/** What running text says that does not stand in it. */
export interface InText {
  /** The footnotes of the section. */
  readonly notes: Footnotes
  /** A sum of the budget, in words. */
  readonly figure: (sum: BudgetSum) => string
}

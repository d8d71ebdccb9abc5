import type { Budget } from '../../../shared/budget/Budget.ts'
import type { BudgetSum } from '../../../shared/budget/budgetFigure.ts'
import type { BudgetSums } from '../../../shared/budget/sums.ts'
import type { FilledForm } from '../../../shared/document/filledForm.ts'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import type { Picture } from '../pictures.ts'
import type { Headings } from './Headings.ts'

/** What all the writers of one form have in common. */
export interface Writing {
  readonly template: FormTemplate
  readonly form: FilledForm
  /** What the form calls the insats; empty when it has no name. */
  readonly name: string
  readonly budget: Budget
  readonly sums: BudgetSums
  /** A sum of the budget, in words. */
  readonly figure: (sum: BudgetSum) => string
  /** By the hash it is kept under; null when it is not there, or cannot be read. */
  readonly pictureOf: (hash: string) => Picture | null
  readonly headings: Headings
  /** Writes what is in the cells of a table instead of the table. */
  readonly opensTables: boolean
  /** Level of the headings of its sections: 1, or lower within another document. */
  readonly level: number
}

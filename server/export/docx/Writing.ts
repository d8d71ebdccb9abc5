import type { BudgetSum } from '../../../shared/budget/budgetFigure.ts'
import type { FilledForm } from '../../../shared/document/filledForm.ts'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import type { Picture } from '../pictures.ts'
import type { Footnotes } from './Footnotes.ts'
import type { Lists } from './Lists.ts'
import type { WordComments } from './WordComments.ts'

/** What all the writers of one Word document have in common. */
export interface Writing {
  readonly template: FormTemplate
  readonly form: FilledForm
  /** What the form calls the insats; empty when it has no name. */
  readonly name: string
  /** A sum of the budget, in words. */
  readonly figure: (sum: BudgetSum) => string
  /** By the hash it is kept under; null when it is not there. */
  readonly pictureOf: (hash: string) => Picture | null
  readonly notes: Footnotes
  readonly lists: Lists
  readonly comments: WordComments
}

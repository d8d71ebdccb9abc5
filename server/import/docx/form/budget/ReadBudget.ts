import type { BudgetLineContent } from '../../../../../shared/document/filledForm.ts'
import type { ReadNote } from '../../../../../shared/import/ReadForm.ts'

/** What tables say of a budget: the rows that are written, block by block, and what must be known of them. */
export interface ReadBudget {
  readonly lines: readonly BudgetLineContent[]
  /** Calendar year to kronor. */
  readonly otherYears: Readonly<Record<number, number>>
  readonly notes: readonly ReadNote[]
}

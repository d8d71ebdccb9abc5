import type { Budget } from '../../../shared/budget/Budget.ts'
import type { BudgetTemplate } from '../../../shared/budget/BudgetTemplate.ts'
import type { BudgetSums } from '../../../shared/budget/sums.ts'

/** What the sheets are written of. */
export interface WorkbookContent {
  readonly formId: string
  readonly template: BudgetTemplate
  /** Name of the insats; empty when it has none. */
  readonly name: string
  readonly budget: Budget
  /** Those of the budget. */
  readonly sums: BudgetSums
  /** Whether the keys of rows and parties are those of a document, by which an import finds them again. */
  readonly hasKeys: boolean
}

/** Names of the sheets, at most 31 characters of those that Excel allows. The template's own are in their first row. */
export const tabs = {
  detailed: 'Budget - detaljerad',
  perYear: 'Fördelning per år',
  summary: 'Budgetsammanställning',
} as const

export type SheetKind = keyof typeof tabs

/** What stands in the first cell of a sheet of ours. The number is that of the layout in README.md. */
export function markOf(formId: string, kind: SheetKind): string {
  return `samskriv-budget/1 ${formId} ${kind}`
}

/** A title or label of the template with the name of the insats in it. */
export function withName(words: string, name: string): string {
  return words
    .replace('{name}', () => name)
    .replaceAll(/ {2,}/g, ' ')
    .trim()
}

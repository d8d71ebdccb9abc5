import type { WordTask } from './docx/WordTask.ts'
import type { BudgetToWrite } from './xlsx/budgetWorkbook.ts'

/** A file that a thread is to make. */
export type FileTask =
  | { readonly is: 'word'; readonly of: WordTask }
  | { readonly is: 'workbook'; readonly of: BudgetToWrite }

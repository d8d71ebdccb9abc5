import type { PaperTask } from './docx/paper/PaperTask.ts'
import type { WordTask } from './docx/WordTask.ts'
import type { PdfTask } from './pdf/PdfTask.ts'
import type { BudgetToWrite } from './xlsx/budgetWorkbook.ts'

/** A file that a thread is to make. */
export type FileTask =
  | { readonly is: 'word'; readonly of: WordTask }
  | { readonly is: 'wordPaper'; readonly of: PaperTask }
  | { readonly is: 'pdf'; readonly of: PdfTask }
  | { readonly is: 'workbook'; readonly of: BudgetToWrite }

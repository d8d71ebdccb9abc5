import { type ReadWorkbook, readWorkbookSchema } from '../../shared/http/budget.ts'
import { callWithFile } from './call.ts'

/** What an Excel file says of a budget. Changes nothing. */
export async function readBudgetWorkbook(id: string, file: Blob): Promise<ReadWorkbook> {
  return await callWithFile(
    `/applications/${encodeURIComponent(id)}/budget/workbook`,
    file,
    readWorkbookSchema,
  )
}

import writeExcelFile from 'write-excel-file/node'
import type { Budget } from '../../../shared/budget/Budget.ts'
import { sumsOf } from '../../../shared/budget/sums.ts'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import { detailedSheet } from './detailedSheet.ts'
import { keptResults } from './kept.ts'
import { perYearSheet } from './perYearSheet.ts'
import { printing } from './printing.ts'
import { asSheet } from './SheetRows.ts'
import { summarySheet } from './summarySheet.ts'
import type { WorkbookContent } from './WorkbookContent.ts'

export interface BudgetToWrite {
  readonly form: FormTemplate
  /** Name of the insats; empty when it has none. */
  readonly name: string
  readonly budget: Budget
  /** Whether the keys of rows and parties are those of a document. */
  readonly hasKeys: boolean
}

/** Media type of an Excel workbook. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The budget as an Excel workbook, laid out as README.md says. The form has a budget: they all do. */
export async function budgetWorkbook({ form, name, budget, hasKeys }: BudgetToWrite): Promise<Uint8Array> {
  const template = form.sections.find(section => section.kind === 'budget')?.budget
  if (!template) throw new Error(`The form ${form.id} has no budget`)
  const content: WorkbookContent = {
    ...{ formId: form.id, template, name, budget, hasKeys },
    sums: sumsOf(budget),
  }
  const { sheet, places } = detailedSheet(content)
  const sheets = [sheet, perYearSheet(content, places), summarySheet(content, places)]
  const features = [keptResults(sheets), printing(sheets)]
  return await writeExcelFile(sheets.map(asSheet), {
    features,
    fontFamily: 'Calibri',
    fontSize: 11,
  }).toBuffer()
}

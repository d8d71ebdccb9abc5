import type { BudgetContent, FilledForm } from '../../../../../shared/document/filledForm.ts'
import type { FormTemplate } from '../../../../../shared/form/FormTemplate.ts'
import type { ReadNote } from '../../../../../shared/import/ReadForm.ts'
import type { WordTable } from '../../word/WordContent.ts'
import { readOtherTables } from './otherTables.ts'
import { ourTables, readOurTables } from './ourTables.ts'
import { withSeededRows } from './seededRows.ts'
import { tableSheet } from './tableSheet.ts'

/**
 * The budget that tables of a Word file say: ours, or such as people copy out of a workbook. `form` says which parties
 * there are; a column of any other is named in a note. Rows of the form that stand in no table are there as it has them.
 * Null when the tables say nothing of a budget, and for a form without one.
 */
export function readBudgetTables(
  tables: readonly WordTable[],
  template: FormTemplate,
  form: FilledForm,
): { readonly content: BudgetContent; readonly notes: readonly ReadNote[] } | null {
  const section = template.sections.find(one => one.kind === 'budget')
  if (section === undefined) return null
  const sheets = tables.map((table, place) => tableSheet(table, `Tabell ${place + 1}`))
  const ours = ourTables(sheets)
  const read = ours ? readOurTables(ours, form) : readOtherTables(sheets, form)
  if (read === null) return null
  const lines = withSeededRows(section.budget, read.lines)
  return { content: { kind: 'budget', lines, otherYears: read.otherYears }, notes: read.notes }
}

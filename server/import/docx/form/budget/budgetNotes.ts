import type { WorkbookNote, WorkbookNoteKind } from '../../../../../shared/http/budget.ts'
import type { ReadNote, ReadNoteKind } from '../../../../../shared/import/ReadForm.ts'
import { note } from '../note.ts'

/** What is said of a workbook, as it is said of a form; null for what is always so in a table of words. */
const kinds: Readonly<Record<WorkbookNoteKind, ReadNoteKind | null>> = {
  hiddenSheetLeft: 'budgetNotTaken',
  otherSheetLeft: 'budgetNotTaken',
  sheetOfSameKindLeft: 'budgetNotTaken',
  externalLinks: null,
  placeholderLeft: 'budgetNotTaken',
  textNotTaken: 'budgetNotTaken',
  faultNotTaken: 'budgetNotTaken',
  formulaNotTaken: 'budgetNotTaken',
  outsideColumns: 'budgetNotTaken',
  outsideRows: 'budgetNotTaken',
  yearRowLeft: 'amountGuessed',
  dayNotTaken: 'budgetNotTaken',
  percentNotTaken: 'budgetNotTaken',
  mergedAmount: 'amountGuessed',
  textCut: 'budgetNotTaken',
  tkrMeansKronor: 'amountGuessed',
  yearsInOtherUnit: 'amountGuessed',
  noUnit: 'amountGuessed',
  figuresAsText: null,
  percentGuessed: 'numberGuessed',
  percentRounded: 'numberGuessed',
  dayGuessed: 'dateGuessed',
  yearRowGuessed: 'amountGuessed',
  summaryOnly: 'amountGuessed',
}

export function budgetNotes(notes: readonly WorkbookNote[]): readonly ReadNote[] {
  return notes.flatMap(({ kind, said }) => {
    const known = kinds[kind]
    return known === null ? [] : [note(known, said ?? '')]
  })
}

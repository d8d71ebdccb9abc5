import type { Sheet, Workbook } from '../workbook/Sheet.ts'
import { periodIn } from './aboutInsats.ts'
import { CellReader } from './CellReader.ts'
import type { DetailedLayout } from './detailedTable.ts'
import { Notes } from './Notes.ts'
import { ourDetailedLayout, ourSheet, ourYearsLayout } from './ourSheets.ts'
import type { YearsLayout } from './perYearTable.ts'
import { type SummaryLayout, summaryLayout } from './summaryTable.ts'
import { labelColumn } from './TemplateRows.ts'
import { templateDetailedLayout, templateYearsLayout } from './templateSheets.ts'

interface FoundSheet<Layout> {
  readonly sheet: Sheet
  readonly layout: Layout
}

/** Which sheets of a workbook are those of a budget. */
export interface FoundSheets {
  /** We have exported it. */
  readonly isOurs: boolean
  readonly detailed: FoundSheet<DetailedLayout> | null
  readonly perYear: FoundSheet<YearsLayout> | null
  readonly summary: FoundSheet<SummaryLayout> | null
}

/** Finds them, and says which sheets are left: hidden ones, others, and a second one of the same kind. */
export function findSheets(workbook: Workbook, notes: Notes): FoundSheets {
  const isOurs = workbook.sheets.some(sheet => !sheet.isHidden && ourSheet(sheet) === 'detailed')
  let detailed: FoundSheets['detailed'] = null
  let perYear: FoundSheets['perYear'] = null
  let summary: FoundSheets['summary'] = null
  let firstYear: number | null = null
  for (const sheet of workbook.sheets) {
    if (sheet.rows.size === 0) continue
    if (sheet.isHidden) {
      notes.add('hiddenSheetLeft', sheet)
      continue
    }
    const layouts = isOurs ? ours(sheet) : laidOut(sheet, firstYear)
    const isNone = !layouts.detailed && !layouts.perYear && !layouts.summary
    // Our own summary is made of the other sheets, and is not read.
    if (isNone && !(isOurs && ourSheet(sheet) === 'summary')) notes.add('otherSheetLeft', sheet)
    const isSecond =
      (layouts.detailed && detailed) || (layouts.perYear && perYear) || (layouts.summary && summary)
    if (isSecond) notes.add('sheetOfSameKindLeft', sheet)
    if (layouts.detailed && !detailed) {
      detailed = { sheet, layout: layouts.detailed }
      const start = periodIn(new CellReader(sheet, workbook.from1904, new Notes()))?.start
      firstYear = start === undefined ? null : Number(start.slice(0, 4))
    }
    if (layouts.perYear && !perYear) perYear = { sheet, layout: layouts.perYear }
    if (layouts.summary && !summary) summary = { sheet, layout: layouts.summary }
  }
  return { isOurs, detailed, perYear, summary }
}

interface Layouts {
  readonly detailed: DetailedLayout | null
  readonly perYear: YearsLayout | null
  readonly summary: SummaryLayout | null
}

function ours(sheet: Sheet): Layouts {
  const kind = ourSheet(sheet)
  return {
    detailed: kind === 'detailed' ? ourDetailedLayout(sheet) : null,
    perYear: kind === 'perYear' ? ourYearsLayout(sheet) : null,
    summary: null,
  }
}

function laidOut(sheet: Sheet, firstYear: number | null): Layouts {
  const label = labelColumn(sheet)
  return {
    detailed: label === null ? null : templateDetailedLayout(sheet, label),
    perYear: label === null ? null : templateYearsLayout(sheet, label, firstYear),
    summary: summaryLayout(sheet),
  }
}

import { nothing, sameDay, type WrittenCell, words } from './cells.ts'
import { fromColumn, inDetailed, periodRow, toColumn } from './detailedSheet.ts'
import type { WorkbookContent } from './WorkbookContent.ts'

/** The planned period, from the detailed sheet. */
export function periodCells({ template, budget }: WorkbookContent): readonly WrittenCell[] {
  return [
    words(template.labels.periodLabel, 'block'),
    nothing,
    sameDay(inDetailed(fromColumn, periodRow), budget.start, 'computed'),
    sameDay(inDetailed(toColumn, periodRow), budget.end, 'computed'),
  ]
}

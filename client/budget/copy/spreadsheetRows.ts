import type { Selection } from '../grid/SheetPlaces.ts'
import type { Sheet, SheetRow } from '../grid/sheet.ts'

/**
 * The rows that a spreadsheet has of a sheet, from one through another: its headings, lines and sums, and not what can be
 * done there, nor what is said of a line under it. What is copied and what is pasted are laid over the same rows, so
 * that a sheet comes back as it was. In a row that is none of them one is alone.
 */
export function spreadsheetRows(
  { rows }: Sheet,
  from: SheetRow,
  to: SheetRow | null = null,
): readonly SheetRow[] {
  const all = rows.filter(isOfSpreadsheet)
  if (!all.includes(from)) return [from]
  return all.slice(all.indexOf(from), to === null ? all.length : all.indexOf(to) + 1)
}

/** The rows of a spreadsheet that are marked. */
export function markedRows(sheet: Sheet, { rows }: Selection): readonly SheetRow[] {
  const marked = rows.filter(isOfSpreadsheet)
  const [first, last] = [marked[0] ?? rows[0], marked.at(-1) ?? rows[0]]
  return first && last ? spreadsheetRows(sheet, first, last) : []
}

function isOfSpreadsheet({ is, removed, onlyNotes }: SheetRow): boolean {
  return is !== 'action' && is !== 'under' && removed !== true && onlyNotes !== true
}

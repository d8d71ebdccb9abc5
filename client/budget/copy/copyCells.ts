import type { FieldValue } from '../../../shared/document/value.ts'
import type { FieldPath } from '../../form/fieldPath.ts'
import type { BudgetView } from '../BudgetStore.ts'
import type { Selection } from '../grid/SheetPlaces.ts'
import { cellAt, type Sheet, type SheetRow } from '../grid/sheet.ts'
import { markedRows } from './spreadsheetRows.ts'

/** What goes to the clipboard. */
export interface Copied {
  /** Tabs part cells, line ends part rows. */
  readonly text: string
  readonly html: string
}

/** Of a budget, as a grid sees it. */
export interface CopiedFrom {
  view(): BudgetView
  value(path: FieldPath): FieldValue
}

/**
 * The marked cells as a spreadsheet takes them. Amounts are digits alone: what parts thousands is not the same in every
 * spreadsheet, and a number that is not understood becomes text that adds up to nothing.
 */
export function copyCells(sheet: Sheet, selection: Selection, from: CopiedFrom): Copied {
  const { columns } = selection
  const rows = markedRows(sheet, selection).map(row =>
    columns.map((column): FieldValue => contentOf(row, column, sheet, from)),
  )
  return {
    text: rows.map(cells => cells.map(inText).join('\t')).join('\r\n'),
    html: `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body><table>${rows
      .map(cells => `<tr>${cells.map(inHtml).join('')}</tr>`)
      .join('')}</table></body></html>`,
  }
}

function contentOf(row: SheetRow, column: string, { columns }: Sheet, from: CopiedFrom): FieldValue {
  if (row.is === 'heading') return column === columns[0]?.key ? row.name(from.view()) : null
  const cell = cellAt(row, column)
  switch (cell?.is) {
    case 'value':
      return from.value(cell.path)
    case 'computed':
      return cell.of(from.view())
    case 'words':
      return cell.of(from.view())
    default:
      return null
  }
}

/** What begins as a formula would be one: somebody's label must not reckon in somebody else's spreadsheet. */
const formula = /^[=+@-]/

function inText(content: FieldValue): string {
  if (typeof content !== 'string') return content === null ? '' : String(content)
  const words = formula.test(content) ? `'${content}` : content
  return /["\t\n\r]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words
}

/** What spreadsheets know as a day. Any other words are kept from being reckoned with. */
const day = /^\d{4}-\d{2}-\d{2}$/

/** Excel reads `x:num`, `x:str` and the format, Calc `sdval` and `sdnum`, and both what stands in the cell. */
function inHtml(content: FieldValue): string {
  if (typeof content === 'number') {
    return `<td align="right" x:num="${content}" sdval="${content}" style="mso-number-format:'\\#\\,\\#\\#0'">${content}</td>`
  }
  if (typeof content !== 'string') return '<td></td>'
  return day.test(content)
    ? `<td>${content}</td>`
    : `<td x:str sdnum="1053;0;@" style="mso-number-format:'\\@'">${escaped(content)}</td>`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

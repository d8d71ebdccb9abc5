/** What stands in a cell. */
export type CellValue =
  | { readonly is: 'number'; readonly value: number; readonly shownAs: NumberLook }
  | { readonly is: 'text'; readonly text: string }
  /** `#REF!` and the like. */
  | { readonly is: 'fault'; readonly text: string }
  /** A formula whose result is not in the file. */
  | { readonly is: 'formula' }

/** What the number format of a cell makes of a number. */
export type NumberLook = 'plain' | 'percent' | 'day'

/** A sheet as its cells. Rows and columns count from 1. */
export interface Sheet {
  readonly name: string
  readonly isHidden: boolean
  /** Row to column to what stands there; empty cells are not here. Both in ascending order. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, CellValue>>
  readonly merges: readonly CellRange[]
}

export interface CellRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export interface Workbook {
  readonly sheets: readonly Sheet[]
  /** Days are counted from 1904, as old Macs did. */
  readonly from1904: boolean
  /** It takes figures from other files. They are not asked for. */
  readonly hasExternalLinks: boolean
}

/** `C7` of a row and a column. */
export function addressOf(row: number, column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return `${letters}${row}`
}

/** Row and column of `C7`; null when it is no address, or one that no sheet has. */
export function placeOf(address: string): { readonly row: number; readonly column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(address) ?? []
  if (letters === undefined || digits === undefined) return null
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  const row = Number(digits)
  return column <= 16_384 && row <= 1_048_576 ? { row, column } : null
}

/** The text of a cell; null where there is no text. */
export function textAt(sheet: Sheet, row: number, column: number): string | null {
  const cell = sheet.rows.get(row)?.get(column)
  return cell?.is === 'text' ? cell.text : null
}

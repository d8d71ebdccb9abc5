import type { CellObject } from 'write-excel-file/node'
import { getCellAddress } from 'write-excel-file/utility'
import { dayFormat, kronorFormat, percentFormat, type StyleName, styles } from './styles.ts'

/** A cell, and what its formula comes to where it has one. */
export interface WrittenCell {
  readonly cell: CellObject | null
  readonly comesTo?: number | string
}

/** Excel takes longer text with the format of text for too long to show. */
const longestAsText = 255

/** Words, whatever they begin with: they are never a formula, nor when somebody has been in the cell. */
export function words(text: string | null, style: StyleName): WrittenCell {
  const format = text !== null && text.length > longestAsText ? {} : { format: '@' }
  return { cell: { type: String, ...(text ? { value: escaped(text) } : {}), ...format, ...styles[style] } }
}

export function kronor(amount: number | null | undefined, style: StyleName): WrittenCell {
  return numeric(amount, kronorFormat, style)
}

/** The number itself: 100, not 1, as the heading says per cent. */
export function percent(value: number | null, style: StyleName): WrittenCell {
  return numeric(value, percentFormat, style)
}

export function numeric(value: number | null | undefined, format: string, style: StyleName): WrittenCell {
  return {
    cell: {
      type: Number,
      ...(value === null || value === undefined ? {} : { value }),
      format,
      ...styles[style],
    },
  }
}

/** A calendar day as Excel counts them. */
export function day(date: string | null, style: StyleName): WrittenCell {
  const value = date === null ? {} : { value: new Date(date) }
  return { cell: { type: Date, ...value, format: dayFormat, ...styles[style] } }
}

/** A live formula, without `=`, and what it comes to now. */
export function formula(
  text: string,
  comesTo: number | string,
  style: StyleName,
  format: string = kronorFormat,
): WrittenCell {
  return { cell: { type: 'Formula', value: text, format, ...styles[style] }, comesTo }
}

/** The words of another cell, wherever they are changed. */
export function sameWords(address: string, text: string | null, style: StyleName): WrittenCell {
  return formula(`IF(${address}="","",${address})`, text ?? '', style, 'General')
}

/** The day of another cell. */
export function sameDay(address: string, date: string | null, style: StyleName): WrittenCell {
  const comesTo = date === null ? '' : daysInExcel(date)
  return formula(`IF(${address}="","",${address})`, comesTo, style, dayFormat)
}

/** Words over the cells of `columns` columns; those that are covered are `nothing`. */
export function wordsOver(columns: number, text: string, style: StyleName): readonly WrittenCell[] {
  const { cell } = words(text, style)
  return Array.from({ length: columns }, (_, index) =>
    index === 0 ? { cell: { ...cell, ...(columns > 1 ? { columnSpan: columns } : {}) } } : nothing,
  )
}

export const nothing: WrittenCell = { cell: null }

/** `B7`: `column` from 0, `row` from 1 as people see it. */
export function address(column: number, row: number): string {
  return getCellAddress(row - 1, column)
}

/** `SUM(B7:B9)`. */
export function sumOf(from: string, to: string): string {
  return `SUM(${from}:${to})`
}

/** Excel counts days from the last of 1899. */
function daysInExcel(date: string): number {
  const [dayMs, daysBefore1970] = [86_400_000, 25_569]
  return Date.parse(date) / dayMs + daysBefore1970
}

/** `_x0041_` would be read as the letter A. */
export function escaped(text: string): string {
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

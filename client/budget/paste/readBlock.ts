import type { HtmlElement } from '../../editor/paste/htmlTree.ts'
import { readAmount } from '../../form/amount.ts'
import { amountFormat, type FieldFormat } from '../../form/fields/format.ts'
import { tabbedCells } from './tabbedCells.ts'
import { type TableCell, tableCells } from './tableCells.ts'

/** What was pasted, as cells. Every row is as wide as the widest. */
export interface PastedBlock {
  readonly rows: readonly (readonly PastedCell[])[]
  /** The unit that a heading in the block says of its amounts; null where none does. */
  readonly unit: PastedUnit | null
}

export type PastedCell = TableCell

/**
 * `asSaid`: amounts without a unit of their own are reckoned with it. `kronor`: it is over amounts that can only be
 * kronor, as in every workbook that we have seen (domain.md 2.6, 1), and is passed over. Either must be said.
 */
export interface PastedUnit {
  readonly said: 'tkr' | 'mkr'
  readonly taken: 'asSaid' | 'kronor'
}

/** More cells than this are a whole sheet that somebody selected by mistake. */
export const mostPastedCells = 20_000

/** No cell of a budget is larger than this. What would be, is not in thousands. Kronor. */
const largestPlausible = 100_000_000

/**
 * Reads what a spreadsheet or a table of Word has put on the clipboard: its table where there is one (`parseHtml`), else
 * its text. `tooMuch` beyond `mostPastedCells`; a single cell is a block too.
 */
export function readBlock(pasted: {
  readonly text: string
  readonly html: HtmlElement | null
}): PastedBlock | 'tooMuch' {
  const table = pasted.html && tableCells(pasted.html, mostPastedCells)
  const rows: readonly (readonly PastedCell[])[] =
    table ?? tabbedCells(pasted.text).map(row => row.map(text => ({ text: text.trim(), number: null })))
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  if (rows.length * width > mostPastedCells) return 'tooMuch'
  const square = rows.map(row => [...row, ...Array.from({ length: width - row.length }, () => nothing)])
  return { rows: saysOnlyUnit(square[0], width) ? square.slice(1) : square, unit: unitOf(square.flat()) }
}

/** A first line that says nothing but the unit stands over the rows, and is none of them. */
function saysOnlyUnit(line: readonly PastedCell[] = [], width: number): boolean {
  const said = line.filter(({ text }) => text !== '')
  return width > 1 && said.length === 1 && said.every(({ text }) => heading.test(text.trim()))
}

const nothing: PastedCell = { text: '', number: null }

/**
 * What a pasted cell says in a cell of the grid: a value (null where it is empty), or why it is not taken. `converted`
 * where a unit was reckoned with, its own or the block's.
 */
export function readPasted(
  cell: PastedCell,
  format: FieldFormat,
  unit: PastedUnit | null,
): ReturnType<FieldFormat['read']> {
  if (format !== amountFormat) return format.read(cell.text)
  // Spreadsheets show nothing as a dash.
  if (/^[-\u2010-\u2015\u2212]\s*(?:kr)?$/.test(cell.text)) return { value: 0 }
  const reading = format.read(withUnit(cell.text, unit))
  if (!('refused' in reading) || cell.number === null) return reading
  // A column that is too narrow shows `####`, and `10.256` has two readings: the number behind it has one.
  const unclear = reading.refused.kind === 'grouping' || /^#+$/.test(cell.text)
  return unclear ? format.read(withUnit(written(cell.number), unit)) : reading
}

/** The words of the clipboard's headings: *Kostnader i tkr*, *Fördelning per år, tkr*, *(mkr)*. */
const heading = /(?<=^|[\s,(])(?<!\d\s)(tkr|kkr|ksek|tusental kronor|mkr|mnkr|msek)\)?\.?$/i

function unitOf(cells: readonly PastedCell[]): PastedUnit | null {
  const units = cells.flatMap(({ text }) => {
    const [, word] = 'refused' in readAmount(text) ? (heading.exec(text.trim()) ?? []) : []
    return word === undefined ? [] : [/^m/i.test(word) ? ('mkr' as const) : ('tkr' as const)]
  })
  const [said] = units
  if (said === undefined || units.some(other => other !== said)) return null
  const asSaid: PastedUnit = { said, taken: 'asSaid' }
  const tooLarge = cells.some(({ text }) => {
    const reading = readAmount(withUnit(text, asSaid))
    return 'refused' in reading
      ? reading.refused.kind === 'tooLarge'
      : (reading.kronor ?? 0) > largestPlausible
  })
  return tooLarge ? { said, taken: 'kronor' } : asSaid
}

/** A cell with a unit of its own keeps that. */
function withUnit(text: string, unit: PastedUnit | null): string {
  return unit?.taken === 'asSaid' && /^\d[\d\s.,]*$/.test(text) ? `${text} ${unit.said}` : text
}

/** As it is written in Swedish, without groups. */
function written(number: number): string {
  return String(number).replace('.', ',')
}

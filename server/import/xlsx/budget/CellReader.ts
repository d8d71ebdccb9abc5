import { formatDay, parseDay } from '../../../../shared/form/day.ts'
import { workbookLimits } from '../limits.ts'
import { addressOf, type CellValue, type Sheet } from '../workbook/Sheet.ts'
import type { Notes } from './Notes.ts'

const dayMs = 86_400_000
/** Day 0 of both ways to count; the usual one has a 29 February 1900 that never was, long before any insats. */
const epochs = { from1900: Date.UTC(1899, 11, 30), from1904: Date.UTC(1904, 0, 1) }
/** Days of the years 2000 to 2099 as plain numbers, counted from 1900. */
const plainDays = { first: 36_526, last: 73_050 }

/** Most that a share of full time can be without being per cent already: 500 % written as 5. */
const mostAsFraction = 5

/** Reads what stands in the cells of one sheet as what it should be, and says what it is instead. */
export class CellReader {
  readonly sheet: Sheet
  readonly notes: Notes
  readonly #from1904: boolean

  constructor(sheet: Sheet, from1904: boolean, notes: Notes) {
    this.sheet = sheet
    this.notes = notes
    this.#from1904 = from1904
  }

  cell(row: number, column: number | null): CellValue | null {
    return (column === null ? null : this.sheet.rows.get(row)?.get(column)) ?? null
  }

  /** Words, or a number as words; null where there are none. */
  words(row: number, column: number | null): string | null {
    const cell = this.cell(row, column)
    if (cell?.is === 'number') return String(cell.value)
    if (cell?.is !== 'text') return null
    const { cellLetters } = workbookLimits
    if (cell.text.length <= cellLetters) return cell.text
    this.notes.add('textCut', this.sheet, addressOf(row, column ?? 1), cell.text.slice(0, 40))
    return cell.text.slice(0, cellLetters).toWellFormed()
  }

  /** The number of an amount, in the unit of the sheet; null where there is none, or nothing that is one. */
  amount(row: number, column: number): number | null {
    const cell = this.cell(row, column)
    if (cell === null) return null
    const address = addressOf(row, column)
    if (cell.is === 'number') return cell.value
    if (cell.is === 'text') {
      if (/^[-–—.]+$/.test(cell.text)) return null
      const figure = figureIn(cell.text)
      if (figure === null) this.notes.add('textNotTaken', this.sheet, address, cell.text)
      else this.notes.add('figuresAsText', this.sheet, address, cell.text)
      return figure
    }
    if (cell.is === 'fault') this.notes.add('faultNotTaken', this.sheet, address, cell.text)
    else this.notes.add('formulaNotTaken', this.sheet, address)
    return null
  }

  /** A number that the file has worked out itself; null without a word where it is not there. */
  sum(row: number, column: number | null): number | null {
    const cell = this.cell(row, column)
    if (cell?.is === 'number') return cell.value
    return cell?.is === 'text' ? figureIn(cell.text) : null
  }

  /** Whole per cent. `isOwn`: the file is ours, and its numbers are per cent already. */
  percent(row: number, column: number | null, isOwn: boolean): number | null {
    const cell = this.cell(row, column)
    if (cell === null || column === null) return null
    const address = addressOf(row, column)
    const percent = this.#percentOf(cell, isOwn, address)
    const whole = percent === null ? null : Math.round(percent)
    if (percent === null || whole === null || whole < 0 || whole > 10_000) {
      this.notes.add('percentNotTaken', this.sheet, address, cell.is === 'text' ? cell.text : null)
      return null
    }
    if (Math.abs(whole - percent) > 1e-6) {
      this.notes.add('percentRounded', this.sheet, address, String(percent).replace('.', ','))
    }
    return whole
  }

  #percentOf(cell: CellValue, isOwn: boolean, address: string): number | null {
    if (cell.is === 'text') {
      return figureIn(cell.text.replace(/(?:%|procent)\s*$/i, ''))
    }
    if (cell.is !== 'number') return null
    const { value, shownAs } = cell
    if (shownAs === 'percent') return Number((value * 100).toPrecision(12))
    if (isOwn || value === 0 || value > mostAsFraction) return value
    this.notes.add('percentGuessed', this.sheet, address, String(value).replace('.', ','))
    return Number((value * 100).toPrecision(12))
  }

  /** A calendar day. */
  day(row: number, column: number | null): string | null {
    const cell = this.cell(row, column)
    if (cell === null || column === null) return null
    const day = this.dayOf(cell, addressOf(row, column))
    if (day === null) {
      const said = cell.is === 'text' || cell.is === 'fault' ? cell.text : null
      this.notes.add('dayNotTaken', this.sheet, addressOf(row, column), said)
    }
    return day
  }

  /** The day that a cell says, in any of the ways that people write it; null when it says none. */
  dayOf(cell: CellValue, address: string): string | null {
    if (cell.is === 'text') return parseDay(cell.text)
    if (cell.is !== 'number') return null
    const { value, shownAs } = cell
    if (shownAs === 'day') return this.#dayOfSerial(value)
    if (!Number.isInteger(value)) return null
    if (value >= plainDays.first && value <= plainDays.last) {
      this.notes.add('dayGuessed', this.sheet, address, String(value))
      return this.#dayOfSerial(value)
    }
    // 250101, which a cell for numbers has made a number of; of the years before 2010 without its first nought.
    return parseDay(String(value).padStart(6, '0'))
  }

  #dayOfSerial(serial: number): string | null {
    const epoch = this.#from1904 ? epochs.from1904 : epochs.from1900
    const day = new Date(epoch + Math.floor(serial) * dayMs)
    if (Number.isNaN(day.getTime())) return null
    return formatDay(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate())
  }
}

/** A number that is text in the file: `1 200 000`, `1 540,4`, `-5`, `40 000 kr`, `40.000:-`. */
function figureIn(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s?(?:kr\.?|kronor|sek|:-|,-)$/i, '')
  const [, minus, whole, decimals] =
    /^(- ?)?(\d{1,3}(?: \d{3})+|\d{1,3}(?:\.\d{3}){2,}|\d{1,15})(?:[.,](\d{1,2}))?$/.exec(plain) ?? []
  if (whole === undefined) return null
  return Number(`${minus ? '-' : ''}${whole.replace(/[ .]/g, '')}.${decimals ?? '0'}`)
}

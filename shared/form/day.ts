import { fullYear, monthNumber, plainDateText } from './dateWords.ts'

/** Years that a day, week, month, season or year may lie in. */
export const firstYear = 1990
export const lastYear = 2099

/** True for a real calendar day as it is stored: `YYYY-MM-DD`, from 1990 to 2099. */
export function isDay(value: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  return match !== null && formatDay(Number(match[1]), Number(match[2]), Number(match[3])) === value
}

/** The day as it is stored and shown, `YYYY-MM-DD` (ISO 8601); null if the calendar has no such day. */
export function formatDay(year: number, month: number, dayOfMonth: number): string | null {
  if (year < firstYear || year > lastYear || month < 1 || month > 12) return null
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null
  return `${year}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`
}

/** Days in a month; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/**
 * The day that somebody has typed, stored spelling; null if it cannot be understood or does not exist. Understands
 * what officials write: `2025-01-01`, `20250101`, `250101`, `25-01-01`, `1/1 2025`, `3/10-2025`, `1.1.2025`,
 * `1 januari 2025`, `den 1 jan 25`. Two digits of year are 1990 to 2089.
 *
 * What has two readings is refused rather than guessed: `25/01/01`, `01-02-2025`. So is a day without its year.
 */
export function parseDay(text: string): string | null {
  const plain = plainDateText(text)
  const yearFirst =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(plain) ?? /^(\d{4}|\d{2})(-?)(\d{2})\2(\d{2})$/.exec(plain)
  if (yearFirst) return dayOf(yearFirst[1], Number(yearFirst[3]), yearFirst[4])
  const dayFirst =
    /^(\d{1,2})\/(\d{1,2})[ -](\d{4}|\d{2})$/.exec(plain) ??
    /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(plain) ??
    /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(plain)
  if (dayFirst) return dayOf(dayFirst[3], Number(dayFirst[2]), dayFirst[1])
  const inWords = /^(\d{1,2})(?::?[ae])? (\p{L}+)\.?[ -](\d{4}|\d{2})$/u.exec(plain)
  if (inWords) return dayOf(inWords[3], monthNumber(inWords[2] ?? ''), inWords[1])
  return null
}

function dayOf(year = '', month: number | null, dayOfMonth = ''): string | null {
  return month === null ? null : formatDay(fullYear(year), month, Number(dayOfMonth))
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** A month, day or week as two digits. */
export function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

import { daysInMonth } from '../form/day.ts'

/**
 * Months from one calendar day through another, both worked: a whole calendar month is 1, a part of one its share of
 * that month's days. So a year from January through December is exactly 12, leap year or not. 0 when the days are the
 * wrong way round.
 */
export function monthsBetween(from: string, to: string): number {
  const [first, last] = [partsOf(from), partsOf(to)]
  const whole = (last.year - first.year) * 12 + last.month - first.month
  const gone = (first.day - 1) / daysInMonth(first.year, first.month)
  const done = last.day / daysInMonth(last.year, last.month)
  return Math.max(0, whole + done - gone)
}

/** Years from one calendar day through another, by calendar months; 0 when they are the wrong way round. */
export function yearsBetween(from: string, to: string): number {
  return monthsBetween(from, to) / 12
}

/** How many months of a time from one calendar day through another lie in a calendar year. */
export function monthsInYear(from: string, to: string, year: number): number {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  return monthsBetween(from > first ? from : first, to < last ? to : last)
}

function partsOf(day: string): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) }
}

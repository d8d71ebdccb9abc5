import { daysInMonth, isDay } from '../../../shared/form/day.ts'

/**
 * How long a period is, both days included, in whole years, then whole months, then days; `backwards` when it ends
 * before it begins, null when either is no day. 2025-01-01 to 2028-12-31 is four years.
 */
export function periodLength(
  startOn: string,
  endOn: string,
): { readonly years: number; readonly months: number; readonly days: number } | 'backwards' | null {
  if (!isDay(startOn) || !isDay(endOn)) return null
  if (endOn < startOn) return 'backwards'
  const [startYear = 0, startMonth = 1, startDay = 1] = startOn.split('-').map(Number)
  const [endYear = 0, endMonth = 1, endDay = 1] = endOn.split('-').map(Number)
  // The first day after the period, counted from the first day of it.
  let months = (endYear - startYear) * 12 + endMonth - startMonth
  let days = endDay + 1 - startDay
  if (days < 0) {
    months--
    const monthBefore = endMonth === 1 ? 12 : endMonth - 1
    days += daysInMonth(monthBefore === 12 ? endYear - 1 : endYear, monthBefore)
  } else if (startDay === 1 && endDay === daysInMonth(endYear, endMonth)) {
    months++
    days = 0
  }
  return { years: Math.floor(months / 12), months: months % 12, days }
}

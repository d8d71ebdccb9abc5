import { describe, expect, it } from 'vitest'
import { monthsBetween, monthsInYear, yearsBetween } from '../../../shared/budget/months.ts'

describe('time is counted in calendar months', () => {
  it('so that a year is a year, leap year or not', () => {
    expect(yearsBetween('2023-01-01', '2023-12-31')).toBe(1)
    expect(yearsBetween('2024-01-01', '2024-12-31')).toBe(1)
    expect(yearsBetween('2025-01-01', '2028-12-31')).toBe(4)
    expect(yearsBetween('2024-07-01', '2025-06-30')).toBe(1)
  })

  it('and part of a month is its share of that month', () => {
    expect(monthsBetween('2025-04-01', '2025-04-15')).toBe(0.5)
    expect(monthsBetween('2025-02-15', '2025-03-31')).toBe(1.5)
    expect(monthsBetween('2025-04-16', '2025-04-16')).toBeCloseTo(1 / 30, 12)
  })

  it('and there is none from a day to one before it', () => {
    expect(monthsBetween('2025-04-16', '2025-04-15')).toBe(0)
    expect(monthsBetween('2025-04-16', '2024-04-15')).toBe(0)
  })
})

it('a year has those months of a time that lie in it', () => {
  const time = ['2024-10-01', '2026-03-31'] as const
  expect([2023, 2024, 2025, 2026, 2027].map(year => monthsInYear(...time, year))).toEqual([0, 3, 12, 3, 0])
})

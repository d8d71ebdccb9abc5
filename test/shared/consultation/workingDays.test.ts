import { describe, expect, it } from 'vitest'
import {
  isWorkingDay,
  plusDays,
  plusWorkingDays,
  workingDaysLeft,
} from '../../../shared/consultation/workingDays.ts'

/** Free days from Monday to Friday, typed from the almanacs of these years. */
const freeDays = `
2024-01-01 nyårsdagen          2024-03-29 långfredagen        2024-04-01 annandag påsk
2024-05-01 första maj          2024-05-09 Kristi himmelsfärd  2024-06-06 nationaldagen
2024-06-21 midsommarafton      2024-12-24 julafton            2024-12-25 juldagen
2024-12-26 annandag jul        2024-12-31 nyårsafton
2025-01-01 nyårsdagen          2025-01-06 trettondagen        2025-04-18 långfredagen
2025-04-21 annandag påsk       2025-05-01 första maj          2025-05-29 Kristi himmelsfärd
2025-06-06 nationaldagen       2025-06-20 midsommarafton      2025-12-24 julafton
2025-12-25 juldagen            2025-12-26 annandag jul        2025-12-31 nyårsafton
2026-01-01 nyårsdagen          2026-01-06 trettondagen        2026-04-03 långfredagen
2026-04-06 annandag påsk       2026-05-01 första maj          2026-05-14 Kristi himmelsfärd
2026-06-19 midsommarafton      2026-12-24 julafton            2026-12-25 juldagen
2026-12-31 nyårsafton
2027-01-01 nyårsdagen          2027-01-06 trettondagen        2027-03-26 långfredagen
2027-03-29 annandag påsk       2027-05-06 Kristi himmelsfärd  2027-06-25 midsommarafton
2027-12-24 julafton            2027-12-31 nyårsafton
2028-01-06 trettondagen        2028-04-14 långfredagen        2028-04-17 annandag påsk
2028-05-01 första maj          2028-05-25 Kristi himmelsfärd  2028-06-06 nationaldagen
2028-06-23 midsommarafton      2028-12-25 juldagen            2028-12-26 annandag jul
`

function isWeekday(day: string): boolean {
  return ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())
}

function daysOf(year: number): string[] {
  const days: string[] = []
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = plusDays(day, 1)) days.push(day)
  return days
}

describe('a working day', () => {
  it.each([2024, 2025, 2026, 2027, 2028])('is every weekday of %d that the almanac has not as free', year => {
    const found = daysOf(year).filter(day => isWeekday(day) && !isWorkingDay(day))
    expect(found).toEqual(freeDays.match(/\d{4}-\d\d-\d\d/g)?.filter(day => day.startsWith(String(year))))
  })

  it('is never a Saturday or a Sunday, and so not midsommardagen, alla helgons dag or pingstdagen', () => {
    for (const day of ['2024-06-22', '2024-11-02', '2024-05-19', '2027-06-26', '2027-10-30']) {
      expect([day, isWorkingDay(day)]).toEqual([day, false])
    }
  })
})

describe('working days on', () => {
  it.each([
    ['2024-05-17', 5, '2024-05-24'],
    ['2024-05-08', 1, '2024-05-10'],
    ['2024-12-23', 1, '2024-12-27'],
    ['2024-12-30', 1, '2025-01-02'],
    ['2024-05-24', -3, '2024-05-21'],
    ['2024-06-24', -3, '2024-06-18'],
    ['2024-05-18', 0, '2024-05-18'],
    ['2024-05-18', 10, '2024-05-31'],
  ])('from %s, %d of them, it is %s', (day, count, expected) => {
    expect(plusWorkingDays(day, count)).toBe(expected)
  })
})

describe('working days left', () => {
  it('are as many as there are when they are counted one by one', () => {
    for (const today of ['2024-01-01', '2024-03-27', '2024-06-20', '2024-12-22']) {
      let count = 0
      for (let last = today; last < '2026-02-01'; ) {
        expect([last, workingDaysLeft(today, last)]).toEqual([last, count])
        last = plusDays(last, 1)
        if (isWorkingDay(last)) count += 1
      }
    }
  })

  it.each([
    ['2024-05-17', '2024-05-24', 5],
    ['2024-05-22', '2024-05-24', 2],
    ['2024-05-24', '2024-05-24', 0],
    ['2024-05-25', '2024-05-26', 0],
    ['2024-05-25', '2024-05-24', -1],
    ['2024-05-27', '2024-05-24', -1],
    ['2024-05-29', '2024-05-24', -3],
    ['2024-06-20', '2024-06-24', 1],
    ['2024-12-23', '2025-01-02', 3],
  ])('on %s until %s are %d', (today, last, expected) => {
    expect(workingDaysLeft(today, last)).toBe(expected)
  })
})

import { describe, expect, it } from 'vitest'
import { daysInMonth, formatDay, isDay, parseDay } from '../../../shared/form/day.ts'
import { seeded } from './seeded.ts'

describe('A stored day', () => {
  it.each(['2025-01-01', '1990-01-01', '2099-12-31', '2024-02-29', '2000-02-29', '2025-12-31'])(
    'is %s',
    day => {
      expect(isDay(day)).toBe(true)
    },
  )

  it.each([
    ['no day of that month', '2025-04-31'],
    ['no leap year', '2023-02-29'],
    ['30 February', '2024-02-30'],
    ['month 13', '2025-13-01'],
    ['month 0', '2025-00-10'],
    ['day 0', '2025-01-00'],
    ['before 1990', '1989-12-31'],
    ['after 2099', '2100-01-01'],
    ['one digit', '2025-1-1'],
    ['no dashes', '20250101'],
    ['a time', '2025-01-01T00:00'],
    ['a line break', '2025-01-01\n'],
    ['space', ' 2025-01-01'],
    ['other digits', '２０２５-01-01'],
    ['nothing', ''],
  ])('is not one with %s: %j', (_why, value) => {
    expect(isDay(value)).toBe(false)
  })
})

describe('A typed day', () => {
  it.each([
    '2025-01-03',
    '20250103',
    '250103',
    '25-01-03',
    '2025-1-3',
    '2025/01/03',
    '2025.01.03',
    '2025 -01- 03',
    '2025‑01‑03',
    '2025–01–03',
    '3/1 2025',
    '3/1-2025',
    '3/1 -25',
    '3/1, 2025',
    '03/01/2025',
    '3.1.2025',
    '3 januari 2025',
    'den 3 januari 2025',
    'Den 3:e januari 2025',
    '3 JANUARI 2025',
    '3 jan. 2025',
    '3 jan 25',
    '3 January 2025',
    ' 2025-01-03. ',
    '3\u00a0januari\u00a02025',
  ])('is understood: %j', text => {
    expect(parseDay(text)).toBe('2025-01-03')
  })

  it.each([
    ['171023', '2017-10-23'],
    ['18-01-01', '2018-01-01'],
    ['980630', '1998-06-30'],
    ['890630', '2089-06-30'],
    ['29 februari 2024', '2024-02-29'],
    ['1 augusti 2024'.normalize('NFD'), '2024-08-01'],
  ])('%j is %s', (text, day) => {
    expect(parseDay(text)).toBe(day)
  })

  it.each([
    ['a day without year', '23/10'],
    ['a day without year in words', '23 oktober'],
    ['an unfinished day', '2022-06-'],
    ['a leap day of no leap year', '29 februari 2023'],
    ['a leap day of no leap year in digits', '230229'],
    ['31 April', '31/4 2024'],
    ['year or day first', '25/01/03'],
    ['day or month first', '01-02-2025'],
    ['mixed separators', '2025-01/03'],
    ['half of the dashes', '2025-0103'],
    ['a month', '202501'],
    ['a month in words', 'januari 2025'],
    ['an unknown month', '3 smarch 2025'],
    ['a word that objects have', '3 constructor 2025'],
    ['five digits', '25013'],
    ['words around', 'senast 2025-01-03'],
    ['nothing', ''],
  ])('is refused when it is %s: %j', (_why, text) => {
    expect(parseDay(text)).toBeNull()
  })

  const spellings: ((year: number, month: number, day: number) => string)[] = [
    (year, month, day) => `${year}-${two(month)}-${two(day)}`,
    (year, month, day) => `${year}${two(month)}${two(day)}`,
    (year, month, day) => `${two(year % 100)}${two(month)}${two(day)}`,
    (year, month, day) => `${two(year % 100)}-${two(month)}-${two(day)}`,
    (year, month, day) => `${day}/${month} ${year}`,
    (year, month, day) => `${day}.${month}.${year}`,
    (year, month, day) => `${day} ${monthWord(year, month, 'long')} ${year}`,
    (year, month, day) => `${day} ${monthWord(year, month, 'short')} ${year}`,
  ]

  it.each([1, 20241017, 4242])('is the same day in every spelling (seed %i)', seed => {
    const random = seeded(seed)
    for (let round = 0; round < 400; round++) {
      const year = random.between(1990, 2089)
      const month = random.between(1, 12)
      const day = random.between(1, daysInMonth(year, month))
      for (const spell of spellings) {
        const text = spell(year, month, day)
        expect([text, parseDay(text)]).toEqual([text, formatDay(year, month, day)])
      }
    }
  })
})

describe('The calendar', () => {
  it('agrees with the machine’s on every day from 1990 to 2099', () => {
    for (let year = 1990; year <= 2099; year++) {
      for (let month = 1; month <= 12; month++) {
        for (let day = 1; day <= 31; day++) {
          const instant = new Date(Date.UTC(year, month - 1, day))
          const exists = instant.getUTCMonth() === month - 1
          const expected = exists ? instant.toISOString().slice(0, 10) : null
          if (formatDay(year, month, day) !== expected) expect.fail(`${year}-${month}-${day}`)
        }
      }
    }
  })
})

function two(number: number): string {
  return String(number).padStart(2, '0')
}

function monthWord(year: number, month: number, length: 'long' | 'short'): string {
  return new Intl.DateTimeFormat('sv-SE', { month: length, timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, 15),
  )
}

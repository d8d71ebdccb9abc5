import { describe, expect, it } from 'vitest'
import {
  compareFuzzyDates,
  daySpan,
  formatFuzzyDate,
  isFuzzyDate,
  parseFuzzyDate,
} from '../../../shared/form/fuzzyDate.ts'
import { seeded } from './seeded.ts'

const two = (number: number) => String(number).padStart(2, '0')

describe('A stored fuzzy date', () => {
  it.each([
    ['a day', '2024-05-15'],
    ['a leap day', '2024-02-29'],
    ['a week', '2024-W19'],
    ['the first week', '2024-W01'],
    ['week 53 of a long year', '2020-W53'],
    ['two weeks', '2024-W19/W20'],
    ['many weeks', '2024-W01/W52'],
    ['weeks to the end of a long year', '2026-W50/W53'],
    ['a month', '2024-05'],
    ['a season', '2028-autumn'],
    ['another season', '1990-winter'],
    ['a year', '2028'],
  ])('is %s: %s', (_what, value) => {
    expect(isFuzzyDate(value)).toBe(true)
  })

  it.each([
    ['29 February of no leap year', '2023-02-29'],
    ['week 53 of a short year', '2024-W53'],
    ['week 0', '2024-W00'],
    ['week 54', '2020-W54'],
    ['weeks that end before they begin', '2024-W20/W19'],
    ['weeks that are one', '2024-W19/W19'],
    ['weeks into the next year', '2024-W52/2025-W01'],
    ['a small w', '2024-w19'],
    ['a week of one digit', '2024-W9'],
    ['weeks with a dash', '2024-W19-W20'],
    ['weeks with a short end', '2024-W19/20'],
    ['month 13', '2024-13'],
    ['month 0', '2024-00'],
    ['a month of one digit', '2024-5'],
    ['a Swedish season', '2028-hösten'],
    ['a capital season', '2028-Autumn'],
    ['another word for the season', '2028-fall'],
    ['no season', '2028-monsoon'],
    ['a year too early', '1989'],
    ['a year too late', '2100'],
    ['a month too late', '2100-01'],
    ['two digits', '28'],
    ['as shown', 'hösten 2028'],
    ['space', '2028 '],
    ['a line break', '2028\n'],
    ['words that objects have', '2028-constructor'],
    ['nothing', ''],
  ])('is not one with %s: %j', (_why, value) => {
    expect(isFuzzyDate(value)).toBe(false)
  })

  it('is judged quickly, however long', () => {
    for (const part of ['v', 'ö', '2024 ', '19-', ' och ', '/W20']) {
      expect(isFuzzyDate(`2024-W19${part.repeat(100_000)}`)).toBe(false)
    }
  })
})

describe('A typed fuzzy date', () => {
  it.each([
    ['hösten 2028', '2028-autumn'],
    ['Hösten 2028.', '2028-autumn'],
    ['hösten -28', '2028-autumn'],
    ['hösten ’28', '2028-autumn'],
    ['under hösten 2028', '2028-autumn'],
    ['hösten 2028'.normalize('NFD'), '2028-autumn'],
    ['ht 2028', '2028-autumn'],
    ['HT28', '2028-autumn'],
    ['höstterminen 2028', '2028-autumn'],
    ['vt 2025', '2025-spring'],
    ['våren 2025', '2025-spring'],
    ['sommar 2025', '2025-summer'],
    ['vintern 2025', '2025-winter'],
    ['oktober 2020', '2020-10'],
    ['oktober 2020.', '2020-10'],
    ['i oktober 2020', '2020-10'],
    ['okt. 2020', '2020-10'],
    ['okt -20', '2020-10'],
    ['2020 oktober', '2020-10'],
    ['October 2020', '2020-10'],
    ['2020-10', '2020-10'],
    ['vecka 19 2024', '2024-W19'],
    ['Vecka 9, 2024', '2024-W09'],
    ['v19 2024', '2024-W19'],
    ['v. 19 2024', '2024-W19'],
    ['v 19-2024', '2024-W19'],
    ['2024 v. 19', '2024-W19'],
    ['2024w19', '2024-W19'],
    ['vecka 53 2020', '2020-W53'],
    ['vecka 19 och 20 2024', '2024-W19/W20'],
    ['Vecka 19 och vecka 20, 2024', '2024-W19/W20'],
    ['veckorna 19 & 20 2024', '2024-W19/W20'],
    ['v. 19–20 2024', '2024-W19/W20'],
    ['v.19 - v.20 2024', '2024-W19/W20'],
    ['v. 19–22 2024', '2024-W19/W22'],
    ['vecka 19 till 22 2024', '2024-W19/W22'],
    ['v 19 t.o.m. 22 2024', '2024-W19/W22'],
    ['v 19 t o m v 22 2024', '2024-W19/W22'],
    ['v 19–19 2024', '2024-W19'],
    ['2024', '2024'],
    ['år 2024', '2024'],
    ['240515', '2024-05-15'],
    ['2024-05-15', '2024-05-15'],
    ['den 15 maj 2024', '2024-05-15'],
    ['3/10-2018', '2018-10-03'],
    ['15 maj -24', '2024-05-15'],
  ])('%j is %s', (text, value) => {
    expect(parseFuzzyDate(text)).toBe(value)
  })

  it.each([
    ['without a year', 'vecka 19 och 20'],
    ['a season without a year', 'hösten'],
    ['a month without a year', 'oktober'],
    ['a day or a month', 'oktober 20'],
    ['weeks that are not neighbours', 'vecka 19 och 22 2024'],
    ['weeks backwards', 'v 20–19 2024'],
    ['a week that the year has not', 'vecka 53 2024'],
    ['a year of two digits after weeks', 'v 19 24'],
    ['months', 'maj–juni 2024'],
    ['a day that does not exist', '31 april 2024'],
    ['a vague day', 'slutet av maj 2024'],
    ['a year out of reach', 'hösten 1989'],
    ['six digits that are no day', '202405'],
    ['no date', 'snart'],
    ['nothing', ''],
    ['blank', '  '],
  ])('is refused when it is %s: %j', (_why, text) => {
    expect(parseFuzzyDate(text)).toBeNull()
  })
})

describe('A shown fuzzy date', () => {
  it.each([
    ['2024-05-15', '2024-05-15', '2024-05-15'],
    ['2024-W09', 'vecka 9 2024', 'week 9, 2024'],
    ['2024-W19/W20', 'vecka 19–20 2024', 'weeks 19–20, 2024'],
    ['2020-10', 'oktober 2020', 'October 2020'],
    ['2028-autumn', 'hösten 2028', 'autumn 2028'],
    ['2025-winter', 'vintern 2025', 'winter 2025'],
    ['2028', '2028', '2028'],
  ])('%s is «%s», in English “%s”', (value, swedish, english) => {
    expect(formatFuzzyDate(value, 'sv')).toBe(swedish)
    expect(formatFuzzyDate(value, 'en')).toBe(english)
  })

  it('that is none stands as it is', () => {
    expect(formatFuzzyDate('snart', 'sv')).toBe('snart')
  })

  const survives = (value: string) => {
    expect([value, isFuzzyDate(value), parseFuzzyDate(value)]).toEqual([value, true, value])
    for (const language of ['sv', 'en'] as const) {
      expect([value, parseFuzzyDate(formatFuzzyDate(value, language))]).toEqual([value, value])
    }
  }

  it('is read back as it was stored: every year, month, season and week', () => {
    for (let year = 1990; year <= 2099; year++) {
      survives(String(year))
      for (let month = 1; month <= 12; month++) survives(`${year}-${two(month)}`)
      for (const season of ['winter', 'spring', 'summer', 'autumn']) survives(`${year}-${season}`)
      for (let week = 1; week <= 52; week++) survives(`${year}-W${two(week)}`)
    }
  })

  it.each([7, 20191017, 99_991])(
    'is read back as it was stored: days and weeks at random (seed %i)',
    seed => {
      const random = seeded(seed)
      for (let round = 0; round < 1000; round++) {
        const year = random.between(1990, 2099)
        survives(`${year}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`)
        const first = random.between(1, 51)
        survives(`${year}-W${two(first)}/W${two(random.between(first + 1, 52))}`)
      }
    },
  )

  it.each([3, 1_000_003])('is understood however it is spaced, cased and dashed (seed %i)', seed => {
    const random = seeded(seed)
    for (let round = 0; round < 500; round++) {
      const first = random.between(1, 51)
      const value = random.pick([
        `${random.between(1990, 2099)}-${two(random.between(1, 12))}`,
        `${random.between(1990, 2099)}-W${two(first)}/W${two(first + 1)}`,
        `${random.between(1990, 2099)}-${random.pick(['winter', 'spring', 'summer', 'autumn'])}`,
      ])
      const shown = formatFuzzyDate(value, random.pick(['sv', 'en']))
      const typed = shown
        .replaceAll('–', random.pick(['-', '–', ' - ', ' — ', '‑']))
        .replaceAll(' ', random.pick([' ', '  ', '\u00a0', ', ']))
      const text = random.pick([typed, typed.toUpperCase(), ` ${typed}.`, typed.normalize('NFD')])
      expect([text, parseFuzzyDate(text)]).toEqual([text, value])
    }
  })
})

describe('The days of a fuzzy date', () => {
  it.each([
    ['2024-05-15', '2024-05-15', '2024-05-15'],
    ['2024-W19', '2024-05-06', '2024-05-12'],
    ['2024-W19/W20', '2024-05-06', '2024-05-19'],
    ['2025-W01', '2024-12-30', '2025-01-05'],
    ['2021-W01', '2021-01-04', '2021-01-10'],
    ['2020-W53', '2020-12-28', '2021-01-03'],
    ['2099-W53', '2099-12-28', '2100-01-03'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2024-winter', '2024-01-01', '2024-02-29'],
    ['2028-autumn', '2028-09-01', '2028-12-31'],
    ['2028', '2028-01-01', '2028-12-31'],
  ])('%s are %s to %s', (value, firstOn, lastOn) => {
    expect(daySpan(value)).toEqual({ firstOn, lastOn })
  })

  it('are none if it is no date', () => {
    expect(daySpan('snart')).toBeNull()
  })

  it('follow week upon week without gap or overlap, 52 or 53 a year', () => {
    let expected = Date.parse('1990-01-01')
    const longYears: number[] = []
    for (let year = 1990; year <= 2099; year++) {
      const weeks = isFuzzyDate(`${year}-W53`) ? 53 : 52
      if (weeks === 53) longYears.push(year)
      for (let week = 1; week <= weeks; week++) {
        expect(daySpan(`${year}-W${two(week)}`)?.firstOn).toBe(new Date(expected).toISOString().slice(0, 10))
        expected += 7 * 86_400_000
      }
    }
    expect(longYears.slice(0, 8)).toEqual([1992, 1998, 2004, 2009, 2015, 2020, 2026, 2032])
  })
})

describe('Fuzzy dates in order', () => {
  const inOrder = [
    '2023-12-07',
    '2024-winter',
    '2024',
    '2024-02-19',
    '2024-04-05',
    '2024-04-29',
    '2024-05-01',
    '2024-05',
    '2024-W19',
    '2024-W19/W20',
    '2024-05-10',
    '2024-W21',
    '2024-summer',
    '2024-autumn',
    '2025-W01',
    '2025-01-01',
  ]

  it.each([5, 17, 271828])(
    'stand by their first day, the more exact first, however they came (seed %i)',
    seed => {
      const random = seeded(seed)
      const shuffled = inOrder
        .map(value => ({ value, place: random.between(0, 1_000_000) }))
        .sort((a, b) => a.place - b.place)
        .map(({ value }) => value)
      expect(shuffled.toSorted(compareFuzzyDates)).toEqual(inOrder)
    },
  )

  it('leave what is no date to the end', () => {
    expect(['snart', '2099', 'sen', '1990'].toSorted(compareFuzzyDates)).toEqual([
      '1990',
      '2099',
      'snart',
      'sen',
    ])
  })
})

import type { DateLanguage, Season } from './dateWords.ts'
import { fullYear, monthName, monthNumber, plainDateText, seasonName, seasonOf } from './dateWords.ts'
import { daysInMonth, firstYear, formatDay, isDay, lastYear, parseDay, twoDigits } from './day.ts'

/*
 * A fuzzy date is a date as exact as the writer is: a day, a week, neighbouring weeks, a month, a season or a year.
 * It is stored as one string, which has one spelling only (canonical):
 *
 *   day      2024-05-15
 *   week     2024-W19            ISO 8601 weeks, 01 to 52 or 53
 *   weeks    2024-W19/W20        first before last, within one year
 *   month    2024-05
 *   season   2028-autumn         winter, spring, summer, autumn
 *   year     2028
 */
type FuzzyDate =
  | { readonly precision: 'day'; readonly on: string }
  | { readonly precision: 'weeks'; readonly year: number; readonly first: number; readonly last: number }
  | { readonly precision: 'month'; readonly year: number; readonly month: number }
  | { readonly precision: 'season'; readonly year: number; readonly season: Season }
  | { readonly precision: 'year'; readonly year: number }

/** The first and the last day that a fuzzy date may mean, `YYYY-MM-DD`, both included. */
export interface DaySpan {
  readonly firstOn: string
  readonly lastOn: string
}

/** Months of a season. Winter is the one that the year begins with, so that every season lies within its year. */
const seasonMonths: Readonly<Record<Season, { readonly first: number; readonly last: number }>> = {
  winter: { first: 1, last: 2 },
  spring: { first: 3, last: 5 },
  summer: { first: 6, last: 8 },
  autumn: { first: 9, last: 12 },
}

/** True for a fuzzy date as it is stored. Other spellings of the same date are false. */
export function isFuzzyDate(value: string): boolean {
  return readStored(value) !== null
}

/**
 * The fuzzy date that somebody has typed, stored spelling; null if it cannot be understood. Understands every
 * spelling of a day (`parseDay`), what `formatFuzzyDate` writes in either language, and what officials write:
 * `hösten 2028`, `ht 28`, `oktober 2020`, `okt -20`, `vecka 19 och 20 2024`, `v. 19–20 2024`, `2024`.
 *
 * A date without a year is refused, and so are weeks that are not neighbours (`vecka 19 och 22 2024`): a range
 * would claim the weeks between.
 */
export function parseFuzzyDate(text: string): string | null {
  const day = parseDay(text)
  if (day !== null) return day
  const plain = plainDateText(text).replace(/^år /, '')
  const date = readWeeks(plain) ?? readMonth(plain) ?? readSeason(plain) ?? readYear(plain)
  return date === null ? null : stored(date)
}

/**
 * How a stored fuzzy date is shown: `2024-05-15`, `vecka 19–20 2024`, `oktober 2020`, `hösten 2028`, `2028`.
 * `parseFuzzyDate` reads it back to the same value. What is not a fuzzy date is returned as it stands.
 */
export function formatFuzzyDate(value: string, language: DateLanguage): string {
  const date = readStored(value)
  switch (date?.precision) {
    case undefined:
      return value
    case 'day':
      return date.on
    case 'weeks': {
      const several = date.first !== date.last
      const weeks = several ? `${date.first}–${date.last}` : String(date.first)
      if (language === 'sv') return `vecka ${weeks} ${date.year}`
      return `${several ? 'weeks' : 'week'} ${weeks}, ${date.year}`
    }
    case 'month':
      return `${monthName(date.month, language)} ${date.year}`
    case 'season':
      return `${seasonName(date.season, language)} ${date.year}`
    case 'year':
      return String(date.year)
  }
}

/**
 * Order in time, for `sort`: by the first day a date may mean, then the more exact date first. What is not a fuzzy
 * date comes last.
 */
export function compareFuzzyDates(a: string, b: string): number {
  const aSpan = daySpan(a)
  const bSpan = daySpan(b)
  if (aSpan === null || bSpan === null) return Number(aSpan === null) - Number(bSpan === null)
  return compareText(aSpan.firstOn, bSpan.firstOn) || compareText(aSpan.lastOn, bSpan.lastOn)
}

/** The days that a stored fuzzy date covers; null if it is none. A week may begin or end outside its year. */
export function daySpan(value: string): DaySpan | null {
  const date = readStored(value)
  switch (date?.precision) {
    case undefined:
      return null
    case 'day':
      return { firstOn: date.on, lastOn: date.on }
    case 'weeks': {
      const monday = mondayOfWeek(date.year, date.first)
      const sunday = mondayOfWeek(date.year, date.last) + 6 * dayMs
      return { firstOn: isoDay(monday), lastOn: isoDay(sunday) }
    }
    case 'month':
      return monthsSpan(date.year, date.month, date.month)
    case 'season':
      return monthsSpan(date.year, seasonMonths[date.season].first, seasonMonths[date.season].last)
    case 'year':
      return monthsSpan(date.year, 1, 12)
  }
}

/** A stored value has one spelling: it is read as if typed, and must come out as it went in. */
function readStored(value: string): FuzzyDate | null {
  if (isDay(value)) return { precision: 'day', on: value }
  const date = readWeeks(value.toLowerCase()) ?? readMonth(value) ?? readSeason(value) ?? readYear(value)
  return date !== null && stored(date) === value ? date : null
}

function stored(date: FuzzyDate): string {
  switch (date.precision) {
    case 'day':
      return date.on
    case 'weeks':
      return `${date.year}-W${twoDigits(date.first)}${date.first === date.last ? '' : `/W${twoDigits(date.last)}`}`
    case 'month':
      return `${date.year}-${twoDigits(date.month)}`
    case 'season':
      return `${date.year}-${date.season}`
    case 'year':
      return String(date.year)
  }
}

const weekWord = String.raw`(?:veckorna|veckor|veckan|vecka|v|weeks|week|w)\.? ?`
const between = String.raw` ?[-/&+] ?| och | and | till | to | t\.? ?o\.? ?m\.? | `
const weekList = String.raw`${weekWord}(?<first>\d{1,2})(?:(?<between>${between})(?:${weekWord})?(?<last>\d{1,2}))?`
const weeksThenYear = new RegExp(String.raw`^${weekList}[ -](?<year>\d{4})$`)
const yearThenWeeks = new RegExp(String.raw`^(?<year>\d{4})[ -]?${weekList}$`)

/** What stands between two weeks and makes them a range. Other words list them, and only neighbours can be a range. */
const rangeSign = /[-/]|t/

function readWeeks(plain: string): FuzzyDate | null {
  const found = (weeksThenYear.exec(plain) ?? yearThenWeeks.exec(plain))?.groups
  if (!found) return null
  const year = Number(found.year)
  const first = Number(found.first)
  const last = Number(found.last ?? found.first)
  if (!isYear(year) || first < 1 || last < first || last > weeksInYear(year)) return null
  if (last > first + 1 && !rangeSign.test(found.between ?? '')) return null
  return { precision: 'weeks', year, first, last }
}

function readMonth(plain: string): FuzzyDate | null {
  const inDigits = /^(?<year>\d{4})-(?<month>\d{2})$/.exec(plain)?.groups
  // Two digits after a space may be a day (`oktober 20`); after a dash they are a year (`okt -20`).
  const inWords = (
    /^(?<word>\p{L}+)\.?(?:[ -](?<year>\d{4}))$/u.exec(plain) ??
    /^(?<word>\p{L}+)\.?-(?<year>\d{2})$/u.exec(plain) ??
    /^(?<year>\d{4}) (?<word>\p{L}+)$/u.exec(plain)
  )?.groups
  const month = inDigits ? Number(inDigits.month) : monthNumber(inWords?.word ?? '')
  const year = yearOf(inDigits ?? inWords)
  if (month === null || month < 1 || month > 12 || year === null) return null
  return { precision: 'month', year, month }
}

function readSeason(plain: string): FuzzyDate | null {
  const found = (
    /^(?<word>\p{L}+)\.?[ -]?(?<year>\d{4}|\d{2})$/u.exec(plain) ??
    /^(?<year>\d{4})[ -](?<word>\p{L}+)$/u.exec(plain)
  )?.groups
  const season = seasonOf(found?.word ?? '')
  const year = yearOf(found)
  return season === null || year === null ? null : { precision: 'season', year, season }
}

function readYear(plain: string): FuzzyDate | null {
  const year = yearOf(/^(?<year>\d{4})$/.exec(plain)?.groups)
  return year === null ? null : { precision: 'year', year }
}

function yearOf(found: { readonly [name: string]: string | undefined } | undefined): number | null {
  if (found?.year === undefined) return null
  const year = fullYear(found.year)
  return isYear(year) ? year : null
}

function isYear(year: number): boolean {
  return year >= firstYear && year <= lastYear
}

const dayMs = 86_400_000

/** Instant of a week's Monday at midnight UTC. Week 1 is the one with 4 January in it (ISO 8601). */
function mondayOfWeek(year: number, week: number): number {
  const fourthOfJanuary = Date.UTC(year, 0, 4)
  const daysSinceMonday = (new Date(fourthOfJanuary).getUTCDay() + 6) % 7
  return fourthOfJanuary + ((week - 1) * 7 - daysSinceMonday) * dayMs
}

function weeksInYear(year: number): number {
  return Math.round((mondayOfWeek(year + 1, 1) - mondayOfWeek(year, 1)) / (7 * dayMs))
}

function isoDay(instantMs: number): string {
  return new Date(instantMs).toISOString().slice(0, 10)
}

function monthsSpan(year: number, first: number, last: number): DaySpan | null {
  const firstOn = formatDay(year, first, 1)
  const lastOn = formatDay(year, last, daysInMonth(year, last))
  return firstOn === null || lastOn === null ? null : { firstOn, lastOn }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

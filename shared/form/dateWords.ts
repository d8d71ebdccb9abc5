/** The words of dates in both languages of the screen, and how a typed date is made plain before it is read. */

export type Season = 'winter' | 'spring' | 'summer' | 'autumn'
export type DateLanguage = 'sv' | 'en'

/** In the order of the calendar. The first word of each is the one shown. */
const months: Readonly<Record<DateLanguage, readonly (readonly string[])[]>> = {
  sv: [
    ['januari', 'jan'],
    ['februari', 'feb', 'febr'],
    ['mars', 'mar'],
    ['april', 'apr'],
    ['maj'],
    ['juni', 'jun'],
    ['juli', 'jul'],
    ['augusti', 'aug'],
    ['september', 'sep', 'sept'],
    ['oktober', 'okt'],
    ['november', 'nov'],
    ['december', 'dec'],
  ],
  en: [
    ['January'],
    ['February'],
    ['March'],
    ['April'],
    ['May'],
    ['June'],
    ['July'],
    ['August'],
    ['September'],
    ['October', 'oct'],
    ['November'],
    ['December'],
  ],
}

/** The first word of each is the one shown. `vt` and `ht` are the terms of a school year. */
const seasons: Readonly<Record<DateLanguage, Readonly<Record<Season, readonly string[]>>>> = {
  sv: {
    winter: ['vintern', 'vinter'],
    spring: ['våren', 'vår', 'vt', 'vårterminen', 'vårtermin'],
    summer: ['sommaren', 'sommar'],
    autumn: ['hösten', 'höst', 'ht', 'höstterminen', 'hösttermin'],
  },
  en: {
    winter: ['winter'],
    spring: ['spring'],
    summer: ['summer'],
    autumn: ['autumn', 'fall'],
  },
}

const monthsByWord = new Map(
  [...months.sv.entries(), ...months.en.entries()].flatMap(([index, words]) =>
    words.map(word => [word.toLowerCase(), index + 1] as const),
  ),
)

const seasonNames: readonly Season[] = ['winter', 'spring', 'summer', 'autumn']
const seasonsByWord = new Map(
  seasonNames.flatMap(season =>
    [...seasons.sv[season], ...seasons.en[season]].map(word => [word, season] as const),
  ),
)

/** The month that a word in lower case names, 1 to 12; null if it names none. */
export function monthNumber(word: string): number | null {
  return monthsByWord.get(word) ?? null
}

/** What a month is called; `month` is 1 to 12. */
export function monthName(month: number, language: DateLanguage): string {
  return months[language][month - 1]?.[0] ?? ''
}

/** The season that a word in lower case names; null if it names none. */
export function seasonOf(word: string): Season | null {
  return seasonsByWord.get(word) ?? null
}

/** What a season is called, e.g. `hösten`. */
export function seasonName(season: Season, language: DateLanguage): string {
  return seasons[language][season][0] ?? ''
}

/** A year of four digits, or of two: 00 to 89 is after 2000, 90 to 99 before (`98-01-01` in the oldest forms). */
export function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length === 4) return year
  return year < 90 ? 2000 + year : 1900 + year
}

/**
 * A typed date with what never changes its meaning taken away: capitals, the dashes and spaces that Word puts in,
 * commas, apostrophes, spaces around dashes and strokes, a first `den`, `under` or `i`, a full stop at the end.
 */
export function plainDateText(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/['’]/g, '')
    .replace(/[\s,]+/g, ' ')
    .replace(/ ?([-/]) ?/g, '$1')
    .trim()
    .replace(/^(?:den|under|i) /, '')
    .replace(/\.$/, '')
}

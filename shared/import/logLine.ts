import type { LogItemContent } from '../document/filledForm.ts'
import { parseFuzzyDate } from '../form/fuzzyDate.ts'

/** Most words that a date is written in, with what may stand before it (`den`, `under`). */
const mostWords = 7

/** An event read from a line, and whether its year is that of the line above. */
export interface LogLine {
  readonly item: LogItemContent
  readonly isGuessed: boolean
}

/**
 * A line such as `2024-05-15: Möte i LOKUS` or `Vecka 19 och 20 dialoger`: the longest beginning that is a date, and what
 * is left. `year`: that of the event before, which a date without one takes; empty when there is none.
 */
export function readLogLine(line: string, year: string): LogLine {
  const ends = [...line.matchAll(/\S+/g)].slice(0, mostWords).map(word => word.index + word[0].length)
  for (const withYear of ['', ` ${year}`]) {
    if (withYear === ' ') continue
    for (const end of [...ends].reverse()) {
      const date = line.slice(0, end).replace(/\s*[:–—-]+$/, '')
      const on = parseFuzzyDate(`${date}${withYear}`)
      if (on === null) continue
      // A dash that leads to the words is none of them.
      const text = line.slice(end).replace(/^\s*[:–—-]\s+/, '')
      return { item: { on, text: text.trim() }, isGuessed: withYear !== '' }
    }
  }
  return { item: { on: null, text: line.trim() }, isGuessed: false }
}

/** How days and instants are written in one language. Instants are told in Swedish time. */
export interface DayFormat {
  /** A day, `2024-05-24`, as it is read in a sentence: `fre 24 maj`; with its year when that is not this year's. */
  readonly day: (day: string) => string
  /** An instant: `fre 24 maj kl. 13.25`. */
  readonly moment: (at: string) => string
}

/** `clock` puts the time of day after the day. */
export function dayFormat(locale: string, clock: (day: string, time: string) => string): DayFormat {
  const parts = { weekday: 'short', day: 'numeric', month: 'long' } as const
  const short = new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' })
  const long = new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC', year: 'numeric' })
  const time = new Intl.DateTimeFormat(locale, { timeZone: 'Europe/Stockholm', timeStyle: 'short' })
  const written = (day: string) =>
    (day.slice(0, 4) === swedishDay(new Date()).slice(0, 4) ? short : long).format(new Date(day))
  return {
    day: written,
    moment: at => clock(written(swedishDay(new Date(at))), time.format(new Date(at))),
  }
}

const digits = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' })

/** The calendar day in Sweden at an instant, `2024-05-24`. */
export function swedishDay(at: Date): string {
  return digits.format(at)
}

const timeZone = 'Europe/Stockholm'
const moment = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit' })
const dayInWords = new Intl.DateTimeFormat('sv-SE', { timeZone, day: 'numeric', month: 'long' })
// A calendar day has no time zone: it is read and written in the same.
const dayParts = { timeZone: 'UTC', day: 'numeric', month: 'long' } as const
const weekdayShort = new Intl.DateTimeFormat('sv-SE', { ...dayParts, weekday: 'short' })
const weekdayLong = new Intl.DateTimeFormat('sv-SE', { ...dayParts, weekday: 'long' })

const hourMs = 3_600_000

/** An instant (ms since 1970) as people in Sweden write it: `2026-11-22 14:05:33`. */
export function swedishTime(at: number): string {
  return moment.format(at)
}

/** The calendar day in Sweden at an instant (ms since 1970), as `2026-11-22`. */
export function dayInSweden(at: number): string {
  return calendar.format(at)
}

/** Swedish time of the day at an ISO instant, as it stands in a letter: `14.32`. */
export function clockTime(at: string): string {
  return clock.format(new Date(at)).replace(':', '.')
}

/** The day in Sweden at an ISO instant, as it stands in a letter: `29 november`. */
export function dayOf(at: string): string {
  return dayInWords.format(new Date(at))
}

/** A day (`2024-05-24`) as it stands in the subject of a letter: `fre 24 maj`; with its year when it is not that of `today`. */
export function shortDay(day: string, today: string): string {
  return dayWith(weekdayShort, day, today)
}

/** A day as it stands in a letter: `fredag 24 maj`; with its year when it is not that of `today`. */
export function longDay(day: string, today: string): string {
  return dayWith(weekdayLong, day, today)
}

function dayWith(format: Intl.DateTimeFormat, day: string, today: string): string {
  const year = day.slice(0, 'yyyy'.length)
  return `${format.format(new Date(day))}${today.startsWith(year) ? '' : ` ${year}`}`
}

/** When a day (`2026-11-22`) begins in Sweden, in ms since 1970. */
export function startOfDay(day: string): number {
  return hourOfDay(day, 0)
}

/** When the clock strikes `hour` on a day in Sweden, in ms since 1970. Not for the hours around which it is changed. */
export function hourOfDay(day: string, hour: number): number {
  const said = `${String(hour).padStart(2, '0')}:00:00`
  const inUtc = Date.parse(`${day}T${said}Z`)
  // Two hours ahead of UTC in summer, one in winter; the clocks are changed between one and four at night.
  const inSummer = inUtc - 2 * hourMs
  return swedishTime(inSummer) === `${day} ${said}` ? inSummer : inUtc - hourMs
}

/** When the day after begins. */
export function endOfDay(day: string): number {
  return startOfDay(new Date(Date.parse(`${day}T00:00:00Z`) + 24 * hourMs).toISOString().slice(0, 10))
}

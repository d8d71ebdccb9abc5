const timeZone = 'Europe/Stockholm'
const moment = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit' })
const dayInWords = new Intl.DateTimeFormat('sv-SE', { timeZone, day: 'numeric', month: 'long' })

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

/** When a day (`2026-11-22`) begins in Sweden, in ms since 1970. */
export function startOfDay(day: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  // Two hours ahead of UTC in summer, one in winter; the clocks are never changed at midnight.
  const inSummer = midnight - 2 * hourMs
  return swedishTime(inSummer) === `${day} 00:00:00` ? inSummer : midnight - hourMs
}

/** When the day after begins. */
export function endOfDay(day: string): number {
  return startOfDay(new Date(Date.parse(`${day}T00:00:00Z`) + 24 * hourMs).toISOString().slice(0, 10))
}

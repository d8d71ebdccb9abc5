const zone = 'Europe/Stockholm'
const digits = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })

/** The day of an instant or a day, as read in a sentence: `22 nov. 2026`. */
export function dayWords(language: 'sv' | 'en', at: string): string {
  const format = { timeZone: zone, day: 'numeric', month: 'short', year: 'numeric' } as const
  return new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', format).format(new Date(at))
}

/** Today and so many days on, as `2026-11-22`. */
export function dayFromToday(days = 0): string {
  return digits.format(new Date(Date.now() + days * 86_400_000))
}

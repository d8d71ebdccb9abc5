const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' })

/** The calendar day in Sweden at an instant (milliseconds), as `2026-11-22`. */
export function dayInSweden(at: number): string {
  return calendar.format(at)
}

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' })
const time = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', timeStyle: 'short' })

/** An instant as people here write it: `2026-11-22 14:05`. */
export function moment(at: string): string {
  const instant = new Date(at)
  return `${day.format(instant)} ${time.format(instant)}`
}

/** Only the time of day: `14:05`. */
export function timeOfDay(at: Date): string {
  return time.format(at)
}

const timeZone = 'Europe/Stockholm'
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat('sv-SE', { timeZone, day: 'numeric', month: 'long' })

/** `14.32`, Swedish time. */
export function clockTime(at: string): string {
  return clock.format(new Date(at)).replace(':', '.')
}

/** `29 november`, Swedish time. */
export function dayOf(at: string): string {
  return day.format(new Date(at))
}

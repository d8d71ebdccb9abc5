const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'medium',
})

const hourMs = 3_600_000

/** An instant (ms since 1970) as people in Sweden write it: `2026-11-22 14:05:33`. */
export function swedishTime(at: number): string {
  return clock.format(at)
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

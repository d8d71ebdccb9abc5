import { useSyncExternalStore } from 'react'
import type { Text } from '../text/text.ts'
import { useText } from '../text/useText.ts'

const whole = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'short',
})

const minuteMs = 60_000

/** An instant as people here write it: `2026-11-22 14:05`. */
export function wholeMoment(at: string): string {
  return whole.format(new Date(at))
}

/** How long ago it was; for more than a week, the day. */
export function sinceWords({ comments }: Text, at: string, now: number): string {
  const minutes = Math.floor((now - Date.parse(at)) / minuteMs)
  if (minutes < 1) return comments.now
  if (minutes < 60) return comments.minutes(minutes)
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return comments.hours(hours)
  const days = Math.floor(hours / 24)
  if (days === 1) return comments.yesterday
  return days < 7 ? comments.days(days) : wholeMoment(at).slice(0, 10)
}

/** When something was said: how long ago, and to the minute where it is read closely. */
export function When({ at, isWhole }: { readonly at: string; readonly isWhole: boolean }) {
  const text = useText()
  const now = useSyncExternalStore(watchMinutes, thisMinute)
  return (
    <time dateTime={at} title={wholeMoment(at)}>
      {isWhole ? wholeMoment(at) : sinceWords(text, at, now)}
    </time>
  )
}

/** The clock of all of them: 500 cards have one timer. */
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

function watchMinutes(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    for (const tell of listeners) tell()
  }, minuteMs)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

function thisMinute(): number {
  return Math.ceil(Date.now() / minuteMs) * minuteMs
}

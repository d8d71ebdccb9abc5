import { isOpen } from '../../shared/consultation/roundRules.ts'
import { plusDays, plusWorkingDays } from '../../shared/consultation/workingDays.ts'
import { endOfDay, hourOfDay } from '../time/swedishTime.ts'
import { standingOfRound } from './DocumentRounds.ts'
import type { KeptRound } from './roundsFile.ts'

/** What is done by itself: reminders three working days before the last day, on it and the day after; closing. */
export type Job = 'soon' | 'today' | 'late' | 'close'

/** When reminders go, in Sweden. */
const hourOfReminders = 8
const workingDaysBefore = 3

interface DueJob {
  readonly job: Job
  /** Its time has come and gone: it is not done any more. */
  readonly isPast: boolean
}

/**
 * The jobs of a round whose time has come at `now`, and that have not been done. A reminder is past when the next has its
 * time, or the day that it speaks of is over: after a stop only the newest goes. It is past too when its time had come
 * before the round was sent, or was given this day.
 */
export function dueJobs(round: KeptRound, now: number): DueJob[] {
  const { closesOn, closesByItself, jobsDone } = round
  if (closesOn === null || !isOpen(standingOfRound(round))) return []
  const given = Math.max(...[round.sentAt, ...round.extensions.map(({ at }) => at)].map(at => Date.parse(at)))
  const soon = hourOfDay(plusWorkingDays(closesOn, -workingDaysBefore), hourOfReminders)
  const today = hourOfDay(closesOn, hourOfReminders)
  const over = endOfDay(closesOn)
  const times: [Job, number, number][] = [
    ['soon', soon, today],
    ['today', today, over],
    // Who could not answer any more is not reminded.
    closesByItself
      ? ['close', over, Number.POSITIVE_INFINITY]
      : ['late', hourOfDay(plusDays(closesOn, 1), hourOfReminders), Number.POSITIVE_INFINITY],
  ]
  return times
    .filter(([job, at]) => at <= now && !jobsDone.includes(job))
    .map(([job, at, until]) => ({ job, isPast: job !== 'close' && (at <= given || now >= until) }))
}

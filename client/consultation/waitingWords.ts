import type { WaitingRound } from '../../shared/http/consultation.ts'
import type { Text } from '../text/text.ts'

/** A day to answer as it is asked about: what is left of it is told by the server, who knows what day it is. */
export type AnswerDay = Pick<WaitingRound, 'closesOn' | 'workingDaysLeft'>

/** `2 arbetsdagar kvar`, `sista dagen är i dag`. Empty without a day, and when it has passed. */
export function leftWords({ consultation: words }: Text, day: AnswerDay, today: string): string {
  const { closesOn, workingDaysLeft: left } = day
  if (closesOn === null || left === null || left < 0) return ''
  if (left > 0) return words.daysLeft(left)
  // Only free days are left, or it is today.
  return closesOn > today ? words.noWorkingDayLeft : words.lastDay
}

/** Whether the day to answer has passed. */
export function isPast({ workingDaysLeft }: AnswerDay): boolean {
  return workingDaysLeft !== null && workingDaysLeft < 0
}

/** What follows after the title of a round: `väntar på AF och FK till fre 24 maj (2 arbetsdagar kvar). 2 av 4 svar.` */
export function waitingWords(text: Text, round: WaitingRound, today: string): string {
  const { consultation: words, versions } = text
  const { closesOn, asked, answered, waitsFor } = round
  if (waitsFor.length === 0) return words.allAnswered(asked)
  const who = versions.list(waitsFor)
  const counter = words.counter(answered, asked)
  if (closesOn === null) return `${words.waitsFor(who, '')} ${words.noDay} ${counter}`
  if (isPast(round)) return `${words.dayPassedLine(closesOn, who)} ${counter}`
  return `${words.waitsFor(who, words.until(closesOn, leftWords(text, round, today)))} ${counter}`
}

import type { Recipient, Round } from '../../../shared/http/consultation.ts'
import type { Party } from '../../../shared/people/person.ts'
import { personName } from '../../text/personName.ts'
import type { Text } from '../../text/text.ts'
import { whoWords } from '../../version/versionWords.ts'
import { isPast, leftWords } from '../waitingWords.ts'

/** Until when: `svar senast fre 14 mars (5 arbetsdagar kvar)`. Empty where no answer is asked for. */
export function untilWords(text: Text, round: Round, today: string): string {
  const { round: words, consultation } = text
  const { purpose, closesOn, over } = round
  if (purpose === 'information') return ''
  if (closesOn === null) return over === null ? words.noDay : ''
  const day = consultation.day(closesOn)
  if (over !== null) return words.wasUntil(day)
  if (isPast(round)) return `${words.wasUntil(day)} (${words.dayPassed})`
  const left = leftWords(text, round, today)
  return left === '' ? words.until(day) : `${words.until(day)} (${left})`
}

/** That it is over, and how: `återkallad`. Empty while it goes on, and where no answer was asked for. */
export function endedWords({ consultation }: Text, { purpose, over }: Round): string {
  if (over === null || purpose === 'information') return ''
  return consultation.over[over.why].toLocaleLowerCase('sv')
}

/** Where my party is: `Försäkringskassan: utkast av Anna Lind`. */
export function partyWords(text: Text, recipient: Recipient, mine: Round['mine']): string {
  const { round: words, consultation } = text
  const { partyName, state, answeredAt, stance } = recipient
  if (answeredAt === null) {
    const by = state === 'drafting' ? mine?.draftBy : null
    return words.partyState(partyName, by ? words.draftBy(personName(text, by)) : words.state[state])
  }
  const answered = words.answeredAt(consultation.moment(answeredAt))
  return words.partyState(
    partyName,
    stance === null ? answered : `${consultation.stance[stance].toLocaleLowerCase('sv')}, ${answered}`,
  )
}

/** How it ended, and what that means; empty while it goes on. What is sent to be known ends with its sending. */
export function overWords(text: Text, { purpose, over }: Round, parties: readonly Party[]): string[] {
  const { round: words, consultation } = text
  if (over === null || purpose === 'information') return []
  const { why, by, at, reason } = over
  const who = by === null ? '' : whoWords(text, by, parties)
  const said = [consultation.overBy(consultation.over[why], who, at)]
  if (reason !== '') said.push(consultation.overReason(reason))
  if (why === 'calledOff') said.push(words.calledOffHelp)
  return said
}

/** What was extended, in words: from which day. Empty when it was not. */
export function extendedWords({ consultation: words }: Text, { extensions }: Round): string {
  const first = extensions[0]
  if (!first) return ''
  return first.from === null ? words.extendedFromNone : words.extendedFrom(first.from)
}

import type { OwnData } from '../../shared/http/people.ts'
import type { KeptReply, KeptRound } from './roundsFile.ts'

type OwnRounds = OwnData['rounds']
type Did = OwnRounds[number]['did']

/** What a person has done in the rounds of an ansökan, and what she was asked, for her own data: oldest first. */
export function ownRounds(applicationId: string, rounds: readonly KeptRound[], personId: string): OwnRounds {
  return rounds.flatMap(round => {
    const own: OwnRounds = []
    const isHers = (by: string | null) => by?.startsWith(`${personId}@`) ?? false
    const add = (did: Did, at: string, text = '') =>
      own.push({ applicationId, round: round.number, did, at, text })
    if (isHers(round.sentBy)) add('sent', round.sentAt, round.message)
    for (const { by, at } of round.extensions) if (isHers(by)) add('extended', at)
    for (const { personIds, reminders } of round.recipients) {
      if (personIds.includes(personId)) add('asked', round.sentAt)
      for (const { by, at } of reminders) if (isHers(by)) add('reminded', at)
    }
    for (const reply of round.replies) addReply(reply, isHers, add)
    if (round.over && isHers(round.over.by)) add('ended', round.over.at, round.over.reason)
    if (round.published && isHers(round.published.by)) add('published', round.published.at)
    return own.toSorted((one, other) => one.at.localeCompare(other.at))
  })
}

function addReply(
  { sentBy, sentAt, summary, opposition, answers }: KeptReply,
  isHers: (by: string) => boolean,
  add: (did: Did, at: string, text?: string) => void,
): void {
  if (isHers(sentBy)) add('replied', sentAt, summary)
  if (opposition && isHers(opposition.by)) add(opposition.is, opposition.at, opposition.reason)
  for (const { by, at, reason } of Object.values(answers)) if (isHers(by)) add('remarkAnswered', at, reason)
}

import { isOpen } from '../../../shared/consultation/roundRules.ts'
import type { RoundHappening } from '../../../shared/http/notices.ts'
import { replyOf, standingOfRound } from '../../consultation/DocumentRounds.ts'
import type { KeptRound } from '../../consultation/roundsFile.ts'
import type { RoundReader } from './whoIsToldOfRound.ts'

/** Something that has happened in a round, as it is told. `at` is an ISO instant. */
interface ToldOfRound {
  readonly what: RoundHappening
  readonly at: string
}

/**
 * Whether there is still a reason to tell somebody of it. Of a round that has been called off only that it was, and what
 * was done after that; to answer, as long as an answer is waited for until that day; a new day, as long as it holds.
 */
export function isStillSo(
  round: KeptRound,
  { what, at }: ToldOfRound,
  { partyId, isHolder }: Pick<RoundReader, 'partyId' | 'isHolder'>,
): boolean {
  const { over, extensions, recipients } = round
  if (over?.why === 'calledOff' && what !== 'calledOff' && at <= over.at) return false
  const isExtendedSince = extensions.some(extension => extension.at > at)
  const isWaitedFor = (of: string) =>
    recipients.some(recipient => recipient.partyId === of) && replyOf(round, of) === null
  switch (what) {
    case 'soon':
    case 'today':
    case 'late':
    case 'reminded': {
      if (!isOpen(standingOfRound(round)) || isExtendedSince) return false
      const isTheirs = what === 'late' && isHolder && recipients.some(({ partyId }) => isWaitedFor(partyId))
      return isTheirs || isWaitedFor(partyId)
    }
    case 'extended':
      return over === null && !isExtendedSince
    default:
      return true
  }
}

/** Whether a letter about it still says what is so: it stays under the bell that something was sent, also when it is over. */
export function isWorthALetter(
  round: KeptRound,
  told: ToldOfRound,
  reader: Pick<RoundReader, 'partyId' | 'isHolder'>,
): boolean {
  const isAnswered = told.what === 'sent' && round.purpose !== 'information'
  return isStillSo(round, told, reader) && !(isAnswered && round.over !== null)
}

import type { Round } from '../../../shared/http/consultation.ts'

/** Why somebody does not answer a round. */
export type NoReply = 'guest' | 'notAsked' | 'over' | 'calledOff' | 'answered' | 'role'

/**
 * Why whoever reads does not write on an answer to a round; null when she may, and where none is asked for. What is sent
 * already can be read by all of the party.
 */
export function whyNoReply({ purpose, mine, over, recipients }: Round, isGuest: boolean): NoReply | null {
  if (purpose === 'information') return null
  if (over !== null) return over.why === 'calledOff' ? 'calledOff' : 'over'
  if (isGuest) return 'guest'
  if (mine === null) return 'notAsked'
  if (mine.mayDraft || mine.maySend || mine.mayReplace) return null
  const hasAnswered = recipients.some(
    ({ partyId, state }) => partyId === mine.partyId && state === 'answered',
  )
  return hasAnswered ? 'answered' : 'role'
}

/** Whether my party has sent an answer. */
export function hasReplied({ mine, recipients }: Round): boolean {
  return recipients.some(({ partyId, answeredAt }) => partyId === mine?.partyId && answeredAt !== null)
}

/** Whether there is, or can be, an answer of my party for me to see. A guest sees none of it. */
export function hasReply(round: Round, isGuest: boolean): boolean {
  const { mine } = round
  if (mine === null || !isAsked(round, isGuest)) return false
  if (whyNoReply(round, isGuest) === null || mine.draftId !== null) return true
  return hasReplied(round)
}

/** Whether somebody's party was asked: what it says among its own about what was sent is hers to see. */
export function isAsked({ purpose, mine }: Round, isGuest: boolean): boolean {
  return purpose !== 'information' && mine !== null && !isGuest
}

/** Whether comments on what was sent can be begun: by those who were asked, while it goes on. */
export function takesComments(round: Round, isGuest: boolean): boolean {
  return isAsked(round, isGuest) && round.over === null
}

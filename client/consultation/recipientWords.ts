import type { Recipient, Round } from '../../shared/http/consultation.ts'
import type { Text } from '../text/text.ts'

/** Where a party is in a round: `Tillstyrker med synpunkter, ons 22 maj kl. 10.12`, `Har öppnat, tis 21 maj kl. 8.05`. */
export function recipientWords({ consultation: words }: Text, round: Round, recipient: Recipient): string {
  const { state, stance, openedAt, answeredAt } = recipient
  if (state === 'answered' && answeredAt !== null) {
    const when = words.moment(answeredAt)
    if (round.purpose === 'proof') return `${words.hasRead}, ${when}`
    if (stance !== null) return `${words.stance[stance]}, ${when}`
    return `${words.recipientState.answered}, ${when}. ${words.stanceHidden}`
  }
  const opened = openedAt === null ? words.recipientState.sent : words.openedAt(openedAt)
  if (round.purpose === 'information' || state === 'sent' || state === 'opened') return opened
  return `${round.over === null ? words.recipientState[state] : words.neverAnswered}. ${opened}.`
}

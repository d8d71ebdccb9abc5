import type { Recipient, Round } from '../../shared/http/consultation.ts'

/** What a question about a round needs. */
export interface AboutRound {
  readonly applicationId: string
  readonly round: Round
  /** The server has answered with the round as it is now. */
  readonly onRound: (round: Round) => void
  readonly onClose: () => void
}

/** The parties that have not answered. */
export function missingIn({ recipients }: Round): readonly Recipient[] {
  return recipients.filter(({ state }) => state !== 'answered')
}

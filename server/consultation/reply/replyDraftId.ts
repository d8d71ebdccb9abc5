import { hashOf } from '../../storage/attachments.ts'

/**
 * Whether an id is that of a draft of a *remissvar*. Those of ansökningar are hexadecimal, so an id that begins with `r`
 * is none of theirs.
 */
export function isReplyDraftId(id: string): boolean {
  return /^r[0-9a-f]{19}$/.test(id)
}

/**
 * The id of the draft of a party in a round: the same each time, so that two who begin it at once, or a stop before it is
 * noted, make one.
 */
export function replyDraftIdOf(applicationId: string, roundId: string, partyId: string): string {
  return `r${hashOf(Buffer.from([applicationId, roundId, partyId].join(' '))).slice(0, 19)}`
}

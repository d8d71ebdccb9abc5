import type { FilledForm } from '../../../shared/document/filledForm.ts'
import type { Round } from '../../../shared/http/consultation.ts'
import type { KeptReply, KeptRound } from '../roundsFile.ts'
import { firstDay } from './recordPapers.ts'
import type { Recorded } from './recordsOf.ts'

/** What was sent, with the names of `round`, which is as it is shown. */
export function sentJson(
  { file, partyId }: Recorded,
  kept: KeptRound,
  round: Round,
  filled: FilledForm,
  hash: string,
) {
  const { number, purpose, ordinal, message, sections, sentAt, sentBy, version } = round
  const persons = round.recipients.find(recipient => recipient.partyId === partyId)?.persons ?? []
  return {
    register: file,
    round: { number, purpose, ordinal, message, sections, sentAt, sentBy, closesOn: firstDay(kept) },
    recipient: { partyId, persons },
    version: { ...version, hash },
    form: filled,
  }
}

/** An answer as it was sent: what its hash was made of, the hash, and who sent it. */
export function replyJson({ file }: Recorded, reply: KeptReply, sentBy: Round['sentBy']) {
  const { partyId, number, sentAt, stance, summary, remarks, attachments, hash } = reply
  return {
    register: file,
    reply: { partyId, number, sentAt, stance, summary, remarks, attachments },
    ...{ hash, sentBy },
  }
}

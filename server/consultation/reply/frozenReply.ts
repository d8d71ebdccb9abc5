import type { ReplyContent } from '../../../shared/consultation/readReply.ts'
import type { Stance } from '../../../shared/http/replies.ts'
import { canonicalJson } from '../../../shared/version/canonicalForm.ts'
import type { Author } from '../../document/documentRecords.ts'
import { hashOf } from '../../storage/attachments.ts'
import type { KeptReply } from '../roundsFile.ts'

/** What an answer is besides what it says. */
interface Sent {
  readonly partyId: string
  readonly number: number
  readonly sentBy: Author
  readonly sentAt: string
}

/** A draft as the record that nobody changes. Its hash is of what it says, whose it is, and when it was sent. */
export function frozenReply(sent: Sent, stance: Stance, content: ReplyContent): KeptReply {
  const { summary, remarks, attachments } = content
  const said = { stance, summary, remarks, attachments }
  const { partyId, number, sentAt } = sent
  const hash = hashOf(Buffer.from(canonicalJson({ partyId, number, sentAt, ...said })))
  return { ...sent, ...said, hash, replacedAt: null, opposition: null, answers: {} }
}

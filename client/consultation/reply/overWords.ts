import type { Round } from '../../../shared/http/consultation.ts'
import type { Text } from '../../text/text.ts'

/** What the end of a round means for an answer; null while it goes on, and for one that has been sent. */
export function overWords(
  { reply: words }: Text,
  { over }: Round,
  { hasDraft, hasReplied }: { readonly hasDraft: boolean; readonly hasReplied: boolean },
): string | null {
  if (over === null || hasReplied) return null
  if (over.why === 'calledOff') return hasDraft ? words.calledOff(over.at) : words.calledOffNothing
  return hasDraft ? words.overUnsent(over.at) : words.overNothing
}

import { isAboutRound, type Notice } from '../../shared/http/notices.ts'
import type { Text } from '../text/text.ts'

/** What has been done, as it follows after who did it; a sentence of its own when it has happened by itself. */
export function doneWords(
  { notices: words, consultation }: Text,
  { by, kind, isReopened, round }: Notice,
): string {
  if (!round) return isAboutRound(kind) ? '' : words.did[isReopened ? 'reopened' : kind]
  const { what, purpose, ordinal, closesOn } = round
  const said = by === null ? words.roundItself : words.roundDid
  return said[what](
    consultation.roundTitle(purpose, ordinal),
    closesOn === null ? '' : consultation.day(closesOn),
  )
}

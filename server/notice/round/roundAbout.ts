import { z } from 'zod'
import { roundHappenings } from '../../../shared/http/notices.ts'
import type { Sight } from '../Sight.ts'
import { isWorthALetter } from './isStillSo.ts'

const roundNoticeSchema = z.strictObject({
  applicationId: z.string(),
  personId: z.string(),
  /** Of the round. */
  number: z.int(),
  what: z.enum(roundHappenings),
  at: z.iso.datetime(),
})

type RoundNotice = z.infer<typeof roundNoticeSchema>

/** What a letter about a round is about, as it waits in the mail queue. */
export function sayRoundNotice(notice: RoundNotice): string {
  return JSON.stringify(notice)
}

/** Whether a letter that waits in the mail queue still tells what is so, and she may still see it. */
export function isLetterStillSo(
  about: string,
  sight: Pick<Sight, 'member' | 'roundReader' | 'round'>,
): boolean {
  const parsed = roundNoticeSchema.safeParse(JSON.parse(about))
  // As another version of the program wrote it: nobody knows.
  if (!parsed.success) return false
  const { applicationId, personId, number, what, at } = parsed.data
  const me = sight.member(applicationId, personId)
  const reader = me && sight.roundReader(applicationId, me)
  const round = sight.round(applicationId, number)
  return reader !== null && round !== null && isWorthALetter(round, { what, at }, reader)
}

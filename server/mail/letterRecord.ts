import { z } from 'zod'
import { letterSchema } from './Letter.ts'
import { type Trouble, troubleReasons } from './MailCarrier.ts'

const instant = z.iso.datetime()

const troubleSchema = z.strictObject({
  reason: z.enum(troubleReasons),
  status: z.int().nullable(),
  said: z.string().nullable(),
})

const kept = { id: z.string(), acceptedAt: instant, tries: z.int().nonnegative() }

/**
 * What is kept of a letter, in a file of its own. The text is there only while it waits: it holds secrets, and a
 * letter that has failed is not sent again, but made anew by whoever wants it sent.
 */
export const letterRecordSchema = z.discriminatedUnion('state', [
  z.strictObject({
    ...kept,
    state: z.literal('waiting'),
    messageId: z.string(),
    letter: letterSchema,
    nextTryAt: instant,
    /** What went wrong at the last try; null before the first. */
    trouble: troubleSchema.nullable(),
  }),
  z.strictObject({ ...kept, state: z.literal('sent'), endedAt: instant }),
  z.strictObject({
    ...kept,
    state: z.literal('failed'),
    messageId: z.string(),
    to: z.string(),
    subject: z.string(),
    endedAt: instant,
    trouble: troubleSchema,
  }),
])

export type LetterRecord = z.infer<typeof letterRecordSchema>
export type WaitingLetter = Extract<LetterRecord, { state: 'waiting' }>

/** What is kept of a letter that nobody tries to send any more. */
export function failedFor(record: WaitingLetter, trouble: Trouble, endedAt: string): LetterRecord {
  const { id, messageId, acceptedAt, tries } = record
  const { to, subject } = record.letter
  return { id, state: 'failed', messageId, to, subject, acceptedAt, endedAt, tries, trouble }
}

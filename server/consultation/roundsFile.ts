import { z } from 'zod'
import { purposes } from '../../shared/http/consultation.ts'
import { attachmentSchema, remarkSchema, stances, verdicts } from '../../shared/http/replies.ts'
import { roundEventSchema } from './RoundEvent.ts'

const id = z.string().regex(/^[a-z0-9]{12,32}$/)
const instant = z.iso.datetime()
/** A calendar day in Sweden. */
const day = z.iso.date()
/** `‹person›@‹party›`. */
const author = z.string()

/** A *remissvar* as it was sent, by ids alone: names are put in when it is read. */
export const keptReplySchema = z.strictObject({
  partyId: z.string(),
  number: z.int().min(1),
  sentBy: author,
  sentAt: instant,
  stance: z.enum(stances),
  summary: z.string(),
  remarks: z.array(remarkSchema),
  attachments: z.array(attachmentSchema),
  /** SHA-256 (hex) of party, number, when, stance, summary, remarks and attachments, as canonical JSON. */
  hash: z.string(),
  replacedAt: instant.nullable(),
  opposition: z
    .strictObject({ is: z.enum(['lifted', 'recorded']), reason: z.string(), by: author, at: instant })
    .nullable(),
  answers: z.record(
    z.string(),
    z.strictObject({
      verdict: z.enum(verdicts),
      reason: z.string(),
      changedSection: z.string().nullable(),
      by: author,
      at: instant,
    }),
  ),
})

export type KeptReply = z.infer<typeof keptReplySchema>

const keptRecipientSchema = z.strictObject({
  partyId: z.string(),
  personIds: z.array(z.string()),
  openedAt: instant.nullable(),
  /** The live document in which the party writes its answer. */
  draftId: id.nullable(),
  /** Who began it. */
  draftBy: author.nullable(),
  /** When something was first written in it. */
  draftedAt: instant.nullable(),
  /** An answer that is there is being replaced: the draft is written in again. */
  isReplacing: z.boolean(),
  /** `by` is null for those that went by themselves. */
  reminders: z.array(z.strictObject({ at: instant, by: author.nullable() })),
})

export type KeptRecipient = z.infer<typeof keptRecipientSchema>

export const keptRoundSchema = z.strictObject({
  /** Chosen by whoever sent it, so that twice is once. */
  id,
  number: z.int().min(1),
  purpose: z.enum(purposes),
  sections: z.array(z.string()).nullable(),
  message: z.string(),
  sentBy: author,
  sentAt: instant,
  version: z.strictObject({ number: z.int(), label: z.string() }),
  closesOn: day.nullable(),
  extensions: z.array(z.strictObject({ from: day.nullable(), by: author, at: instant })),
  closesByItself: z.boolean(),
  textIsOpen: z.boolean(),
  repliesAreSeen: z.enum(['whenSent', 'whenOver']),
  over: z
    .strictObject({
      why: z.enum(['closed', 'dayPassed', 'calledOff']),
      reason: z.string(),
      by: author.nullable(),
      at: instant,
    })
    .nullable(),
  published: z.strictObject({ by: author, at: instant }).nullable(),
  recipients: z.array(keptRecipientSchema),
  /** In the order they came; those that were replaced too. */
  replies: z.array(keptReplySchema),
  /** The lines of *Hur och när har ansökan diskuterats?* that were written for it: item key and the words as written. */
  lines: z.record(z.string(), z.string()),
  /** What is done by itself at a time, and has been done (`RoundClock`): `soon`, `today`, `late`, `close`. */
  jobsDone: z.array(z.string()),
})

export type KeptRound = z.infer<typeof keptRoundSchema>

/** The rounds of an ansökan, and what is still to be told of them: `documents/‹id›/rounds.json`. */
export const roundsFileSchema = z.strictObject({
  rounds: z.array(keptRoundSchema),
  due: z.array(roundEventSchema),
})

export type RoundsFile = z.infer<typeof roundsFileSchema>

export const noRounds: RoundsFile = { rounds: [], due: [] }

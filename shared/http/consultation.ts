import { z } from 'zod'
import { whoSchema } from './comments.ts'
import { reasonMaxLength, stances } from './replies.ts'

/**
 * What a round asks for: *synpunkter* (an answer of the party), *korrekturläsning* (a round of its own kind, in which a
 * party says that it has read), or nothing (*för kännedom*: it is sent, seen, and never late). Which it is matters in law:
 * what is sent for comments is no public record, what is sent to be known may be one (domain.md 3.4).
 */
export const purposes = ['remarks', 'proof', 'information'] as const
export type Purpose = (typeof purposes)[number]

/** Where a party is in a round. `late` is one that has not answered when the day has passed. */
export const recipientStates = ['sent', 'opened', 'drafting', 'answered', 'late'] as const
export type RecipientState = (typeof recipientStates)[number]

/** Rounds of an ansökan, and persons that one is sent to. */
export const roundsMost = 100
const personsMost = 200
/** Longest message of a round. UTF-16 units. */
export const messageMaxLength = 5_000

const idSchema = z.string().regex(/^[a-z0-9]{12,32}$/)
const partyIdSchema = z.string().min(1).max(64)
const personIdSchema = z.string().min(1).max(64)
const sectionSchema = z.string().min(1).max(64)
const day = z.iso.date()
const instant = z.iso.datetime()
const prose = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[^\0]*$/)
const reason = prose(reasonMaxLength).pipe(z.string().regex(/\S/))

const doneSchema = z.strictObject({ by: whoSchema, at: instant })

export const recipientSchema = z.strictObject({
  partyId: z.string(),
  partyName: z.string(),
  partyShortName: z.string(),
  /** Those to whom it was sent. */
  persons: z.array(whoSchema),
  state: z.enum(recipientStates),
  /** When somebody of it had first opened it; null until then. */
  openedAt: instant.nullable(),
  answeredAt: instant.nullable(),
  /** Null until it has answered, and while its answer may not be seen by whoever asks. */
  stance: z.enum(stances).nullable(),
  /** It opposes, and that is neither lifted nor recorded. False too while its answer may not be seen. */
  opposesStill: z.boolean(),
  /** Nobody of it can send its answer: it has no *partsansvarig*. */
  lacksLead: z.boolean(),
  /** Reminders that have gone, oldest first; `by` is null for those that went by themselves. Empty but for the owner. */
  reminders: z.array(z.strictObject({ at: instant, by: whoSchema.nullable() })),
})

export type Recipient = z.infer<typeof recipientSchema>

export const roundSchema = z.strictObject({
  /** Of all rounds of the ansökan, in the order they were sent: 1, 2, 3 … It is the `omgång` of version labels. */
  number: z.int().min(1),
  purpose: z.enum(purposes),
  /** Among rounds with the same purpose, for its title: `Remiss 3`. */
  ordinal: z.int().min(1),
  /** The sections it is about; null for all. It hides nothing. */
  sections: z.array(sectionSchema).nullable(),
  message: z.string(),
  sentBy: whoSchema,
  sentAt: instant,
  /** The version that was sent. */
  version: z.strictObject({ number: z.int(), label: z.string() }),
  /** The version of the round before; null for the first. */
  versionBefore: z.strictObject({ number: z.int(), label: z.string() }).nullable(),
  /** *Svarsdatum*, the last day (in Sweden) to answer; null when none was set, or none is asked for. */
  closesOn: day.nullable(),
  /** Working days from today to the last day: 0 on that day, negative after it. Null without a day. */
  workingDaysLeft: z.int().nullable(),
  /** What it was before it was extended, oldest first. */
  extensions: z.array(z.strictObject({ from: day.nullable(), by: whoSchema, at: instant })),
  /** It closes by itself when the day has passed. */
  closesByItself: z.boolean(),
  /** The authors write on meanwhile. */
  textIsOpen: z.boolean(),
  /** Whether those who were asked see each other's answers when they are sent, or when the round is over. */
  repliesAreSeen: z.enum(['whenSent', 'whenOver']),
  /** How it ended; null while it goes on. `by` is null when it closed by itself. */
  over: z
    .strictObject({
      why: z.enum(['closed', 'dayPassed', 'calledOff']),
      reason: z.string(),
      by: whoSchema.nullable(),
      at: instant,
    })
    .nullable(),
  /** When the sammanställning was shown to the parties. */
  published: doneSchema.nullable(),
  recipients: z.array(recipientSchema),
  /** My party's part in it; null when it was not asked. */
  mine: z
    .strictObject({
      partyId: z.string(),
      /** The live document in which my party writes its answer; null until somebody has begun one. */
      draftId: idSchema.nullable(),
      /** Who began it. */
      draftBy: whoSchema.nullable(),
      /** I may write in it now. */
      mayDraft: z.boolean(),
      /** I may send it now (partsansvarig). */
      maySend: z.boolean(),
      /** An answer has been sent, and another may be written instead. */
      mayReplace: z.boolean(),
      /** My party opposed, and I may lift that. */
      mayLift: z.boolean(),
    })
    .nullable(),
})

export type Round = z.infer<typeof roundSchema>

/** `GET /api/applications/:id/rounds`: all rounds, oldest first. */
export const roundsSchema = z.strictObject({ rounds: z.array(roundSchema) })

export type RoundsAnswer = z.infer<typeof roundsSchema>

/**
 * `POST /api/applications/:id/rounds`: sends it, pinning a version. Answered with the `Round`. `id` is chosen by the
 * client: twice is once. Refused with `unknownSection`, `unknownOrganisation`, `unknownMember` (somebody who does not read
 * the ansökan), `roundsFull`, `dayPassed`, `versionsFull`.
 */
export const sendRoundSchema = z.strictObject({
  id: idSchema,
  purpose: z.enum(purposes),
  sections: z.array(sectionSchema).min(1).max(100).nullable(),
  message: prose(messageMaxLength),
  recipients: z
    .array(
      z.strictObject({ partyId: partyIdSchema, personIds: z.array(personIdSchema).min(1).max(personsMost) }),
    )
    .min(1)
    .max(50),
  closesOn: day.nullable(),
  closesByItself: z.boolean(),
  textIsOpen: z.boolean(),
  repliesAreSeen: z.enum(['whenSent', 'whenOver']),
})

export type SendRound = z.infer<typeof sendRoundSchema>

/**
 * `PUT /api/applications/:id/rounds/:number`: one thing at a time. Answered with the `Round`. Refused with `roundOver`
 * (but for `publish`), `dayPassed` for a day that is not after today's.
 */
export const changeRoundSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('extend'), closesOn: day.nullable() }),
  z.strictObject({ is: z.literal('closesByItself'), closesByItself: z.boolean() }),
  z.strictObject({ is: z.literal('textIsOpen'), textIsOpen: z.boolean() }),
  z.strictObject({ is: z.literal('close') }),
  z.strictObject({ is: z.literal('callOff'), reason }),
  z.strictObject({ is: z.literal('publish') }),
])

export type ChangeRound = z.infer<typeof changeRoundSchema>

/** `GET /api/applications/:id/rounds/:number/version`: the `WholeVersion` that was sent, with the threads of my party in the round. */

/** `POST /api/applications/:id/rounds/:number/opened`: somebody of my party has opened it. Answered 204. */

/** `POST /api/applications/:id/rounds/:number/reminders`: to those of these parties who have not answered. The `Round`. */
export const remindSchema = z.strictObject({ partyIds: z.array(partyIdSchema).min(1).max(50) })

/** What the list and the head of an ansökan say of a round that goes on: who is waited for, until when. */
export const waitingRoundSchema = z.strictObject({
  number: z.int(),
  purpose: z.enum(purposes),
  ordinal: z.int(),
  closesOn: day.nullable(),
  workingDaysLeft: z.int().nullable(),
  asked: z.int(),
  answered: z.int(),
  /** Short names of the parties that have not answered. */
  waitsFor: z.array(z.string()),
  /** My party is one of them. */
  waitsForMine: z.boolean(),
})

export type WaitingRound = z.infer<typeof waitingRoundSchema>

import { z } from 'zod'
import { whoSchema } from './comments.ts'

/**
 * What a round asks for: *synpunkter* (an answer of the party), *korrekturläsning* (a round of its own kind, in which a
 * party says that it has read), or nothing (*för kännedom*: it is sent, seen, and never late). Which it is matters in law:
 * what is sent for comments is no public record, what is sent to be known may be one (domain.md 3.4).
 */
export const purposes = ['remarks', 'proof', 'information'] as const
export type Purpose = (typeof purposes)[number]

/** *Ställningstagande*: tillstyrker, tillstyrker med synpunkter, avstyrker, avstår. */
export const stances = ['endorses', 'endorsesWithRemarks', 'opposes', 'abstains'] as const
export type Stance = (typeof stances)[number]

/** What became of a remark: tas om hand, delvis, tas inte om hand. */
export const verdicts = ['met', 'partly', 'notMet'] as const
export type Verdict = (typeof verdicts)[number]

/** Where a party is in a round. `late` is one that has not answered when the day has passed. */
export const recipientStates = ['sent', 'opened', 'drafting', 'answered', 'late'] as const
export type RecipientState = (typeof recipientStates)[number]

/** Rounds of an ansökan; persons a round is sent to; remarks of a reply; files with it, and how large one may be. */
export const roundsMost = 100
const personsMost = 200
export const remarksMost = 300
/** Answers of a party in one round, those that were replaced too: all are kept. */
export const repliesMost = 20
export const attachmentsMost = 20
export const attachmentMaxBytes = 20_000_000
/** Longest message of a round, summary of a reply, remark, reason. UTF-16 units. */
export const messageMaxLength = 5_000
export const summaryMaxLength = 10_000
export const remarkMaxLength = 10_000
export const reasonMaxLength = 2_000
/** All that a reply says, its remarks with the words that they are about too. */
export const replyMaxLength = 500_000

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

export const attachmentSchema = z.strictObject({
  /** SHA-256 of its bytes, hex. */
  hash: z.string().regex(/^[a-f0-9]{64}$/),
  /** As it was called where it came from, without a path. */
  name: z.string().min(1).max(200),
  sizeBytes: z.int().min(1).max(attachmentMaxBytes),
})

export type Attachment = z.infer<typeof attachmentSchema>

export const remarkSchema = z.strictObject({
  /** The item key in the draft; the same in a reply that replaces another. */
  id: z.string().min(1).max(40),
  /** The section it is about; null for the whole. */
  section: sectionSchema.nullable(),
  text: z.string().max(remarkMaxLength),
  /** A proposed new wording; empty for none. */
  wording: z.string().max(remarkMaxLength),
  /** The words of the version sent that it is about; empty for the section as a whole. */
  quote: z.string(),
  /** The comment that it was made of; null when it was written as a remark. */
  threadId: idSchema.nullable(),
})

export type Remark = z.infer<typeof remarkSchema>

/** What the owner says about a remark, and what was changed because of it. */
export const remarkAnswerSchema = z.strictObject({
  verdict: z.enum(verdicts),
  reason: z.string(),
  /** The section in which the text was changed for it; null when none was. */
  changedSection: sectionSchema.nullable(),
  by: whoSchema,
  at: instant,
})

export type RemarkAnswer = z.infer<typeof remarkAnswerSchema>

/** A *remissvar* as it was sent: a record that nobody changes. */
export const replySchema = z.strictObject({
  partyId: z.string(),
  /** 1 for the first of a party in a round, 2 for the one that replaced it. */
  number: z.int().min(1),
  sentBy: whoSchema,
  sentAt: instant,
  stance: z.enum(stances),
  summary: z.string(),
  remarks: z.array(remarkSchema),
  attachments: z.array(attachmentSchema),
  /** SHA-256 (hex) of all of it. */
  hash: z.string(),
  /** When another was sent instead; null for the one that holds. */
  replacedAt: instant.nullable(),
  /**
   * What became of an *avstyrker*: the party lifted it, or the owner recorded that it stands. Null while it is open, and
   * for other stances. The text cannot be locked while one is open.
   */
  opposition: z
    .strictObject({ is: z.enum(['lifted', 'recorded']), reason: z.string(), by: whoSchema, at: instant })
    .nullable(),
  /** The owner's answers by remark id; to others than the owner empty until they are published. */
  answers: z.record(z.string(), remarkAnswerSchema),
})

export type Reply = z.infer<typeof replySchema>

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

/**
 * `POST /api/applications/:id/rounds/:number/reply`: begins the draft of my party, or gives the one there is. Answered with
 * `{ draftId }`. It is a live document: `/sync/‹draftId›`, with the roots of `shared/consultation/replyDocument.ts`.
 */
export const draftSchema = z.strictObject({ draftId: idSchema })

/**
 * `POST /api/applications/:id/rounds/:number/reply/send`: what the draft says now becomes the answer of my party.
 * Answered with the `Reply` (the receipt). `replaces`: number of the answer that I have seen, 0 for none. Refused with
 * `roundOver`, `replyChanged` (somebody else has sent one meanwhile), `replyLacks` with the fields `stance` or `remarks`.
 */
export const sendReplySchema = z.strictObject({ replaces: z.int().min(0) })

/**
 * `POST …/reply/reopen`: *Ersätt svar*: the draft is to be written in again. Answered 204. The sent one holds meanwhile.
 * Refused with `replySent` when there are `repliesMost`.
 */

/** `POST …/reply/lift`: my party does not oppose any more. Answered with the `Reply`. */
export const liftSchema = z.strictObject({ reason })

/** `PUT …/replies/:party/opposition`: the owner records that it stands. Answered with the `Reply`. */
export const recordOppositionSchema = z.strictObject({ reason })

/**
 * `PUT …/replies/:party/remarks/:remark`: the owner's answer; null takes it back. `reply` is the number of the answer that
 * the remark was read in: refused with `replyChanged` when the party has sent another meanwhile. Answered with the `Reply`.
 * The reason may be empty only when the remark is met (`needsReason`).
 */
export const answerRemarkSchema = z.strictObject({
  reply: z.int().min(1),
  answer: z
    .strictObject({
      verdict: z.enum(verdicts),
      reason: prose(reasonMaxLength),
      changedSection: sectionSchema.nullable(),
    })
    .nullable(),
})

export type AnswerRemark = z.infer<typeof answerRemarkSchema>

/**
 * `GET /api/applications/:id/rounds/:number/replies`: the answers that I may see, those that were replaced too, in the
 * order they came. The same as a page to print and as a table: `…/compilation.html`, `…/compilation.csv`.
 */
export const repliesSchema = z.strictObject({ replies: z.array(replySchema) })

/**
 * `POST …/reply/attachments?name=‹name›` with the bytes of a file, for the draft of my party. Answered with the
 * `Attachment`; it belongs to the reply when its hash stands in the draft. `GET …/replies/:party/attachments/:hash`.
 */

/** A file of what a party sent or received in a round, with its line in the register (OSL 5:2). */
export const recordFileSchema = z.strictObject({
  /** Path under `…/records/`, e.g. `fk/svar-1.html`. */
  path: z.string(),
  name: z.string(),
  /** What the register says: date, from, to, what it is about, designation. */
  on: day,
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  designation: z.string(),
})

/**
 * `GET /api/applications/:id/rounds/:number/records`: what my party sent and received; the owner's is what all sent it.
 * `GET …/records/‹path›` gives one of them, and `…/records/register.csv` the lines.
 */
export const recordsSchema = z.strictObject({ files: z.array(recordFileSchema) })

export type RecordFile = z.infer<typeof recordFileSchema>

/** Something that waits for me. Oldest day first, those without a day last. */
export const taskSchema = z.discriminatedUnion('is', [
  /** My party has not answered; `maySend` when I am the one who sends. */
  z.strictObject({
    is: z.literal('reply'),
    applicationId: z.string(),
    applicationName: z.string(),
    round: z.int(),
    purpose: z.enum(purposes),
    ordinal: z.int(),
    closesOn: day.nullable(),
    workingDaysLeft: z.int().nullable(),
    hasDraft: z.boolean(),
    maySend: z.boolean(),
  }),
  /** All have answered, or the day has passed, and the round is mine to close. */
  z.strictObject({
    is: z.literal('closeRound'),
    applicationId: z.string(),
    applicationName: z.string(),
    round: z.int(),
    purpose: z.enum(purposes),
    ordinal: z.int(),
  }),
  /** Remarks that I have not answered as owner; `opposing` parties are neither lifted nor recorded. */
  z.strictObject({
    is: z.literal('remarks'),
    applicationId: z.string(),
    applicationName: z.string(),
    round: z.int(),
    purpose: z.enum(purposes),
    ordinal: z.int(),
    unanswered: z.int(),
    opposing: z.int(),
  }),
  /** Threads that wait for me or my party. */
  z.strictObject({
    is: z.literal('comments'),
    applicationId: z.string(),
    applicationName: z.string(),
    /** The oldest of them, and the round on whose version it stands; null beside today's text. */
    threadId: idSchema,
    round: z.int().nullable(),
    count: z.int(),
  }),
  /** Somebody asks for access. */
  z.strictObject({
    is: z.literal('accessRequests'),
    applicationId: z.string(),
    applicationName: z.string(),
    count: z.int(),
  }),
])

export type Task = z.infer<typeof taskSchema>

/** `GET /api/tasks` (*Att göra*). */
export const tasksSchema = z.strictObject({ tasks: z.array(taskSchema) })

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

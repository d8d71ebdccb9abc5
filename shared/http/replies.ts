import { z } from 'zod'
import { whoSchema } from './comments.ts'

/** *Ställningstagande*: tillstyrker, tillstyrker med synpunkter, avstyrker, avstår. */
export const stances = ['endorses', 'endorsesWithRemarks', 'opposes', 'abstains'] as const
export type Stance = (typeof stances)[number]

/** What became of a remark: tas om hand, delvis, tas inte om hand. */
export const verdicts = ['met', 'partly', 'notMet'] as const
export type Verdict = (typeof verdicts)[number]

/** Remarks of a reply; files with it, and how large one may be. */
export const remarksMost = 300
/** Answers of a party in one round, those that were replaced too: all are kept. */
export const repliesMost = 20
export const attachmentsMost = 20
export const attachmentMaxBytes = 20_000_000
/** Longest summary of a reply, remark, reason. UTF-16 units. */
export const summaryMaxLength = 10_000
export const remarkMaxLength = 10_000
export const reasonMaxLength = 2_000
/** All that a reply says, its remarks with the words that they are about too. */
export const replyMaxLength = 500_000

const idSchema = z.string().regex(/^[a-z0-9]{12,32}$/)
const sectionSchema = z.string().min(1).max(64)
const day = z.iso.date()
const instant = z.iso.datetime()
const prose = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[^\0]*$/)
const reason = prose(reasonMaxLength).pipe(z.string().regex(/\S/))

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

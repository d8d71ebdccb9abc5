import { z } from 'zod'

const idSchema = z.string().regex(/^[a-z0-9]{12,32}$/)
const instant = z.iso.datetime()
const sectionSchema = z.string().min(1).max(64)

/** Longest comment, in UTF-16 units. */
export const commentMaxLength = 10_000
/** Longest quote that a thread keeps of the words it is about, in UTF-16 units; longer ones are cut. */
export const quoteMaxLength = 500
/** Words kept before and after the quote of an internal thread, in UTF-16 units. */
export const surroundingsMaxLength = 80

/**
 * Somebody or some party that is named in a comment stands in its text as `@{person:‹id›}` or `@{party:‹id›}`, so that
 * a name that changes, or becomes "Tidigare medarbetare", does so there too.
 */
export const mentionPattern = /@\{(person|party):([a-z0-9-]{1,64})\}/g

/**
 * What a thread is about.
 *
 * - `text`: words in a section of rich text. Of a thread that all may see, they are those that carry the mark
 *   `comment` with its id; of an internal one, they are found again by `quote`, `before` and `after`.
 * - `lockedText`: words of a section's fixed text, which never changes. From and to are UTF-16 units of the text as
 *   `client/form` draws it (`shared/form/agreementText.ts`).
 * - `field`: a field of a structured section, such as `start`, or `‹item key›.text`.
 * - `section`: a section as a whole, by its heading.
 */
export const placeSchema = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('text'),
    section: sectionSchema,
    quote: z.string(),
    before: z.string(),
    after: z.string(),
  }),
  z.strictObject({
    is: z.literal('lockedText'),
    section: sectionSchema,
    from: z.int().min(0),
    to: z.int().min(0),
    quote: z.string(),
  }),
  z.strictObject({
    is: z.literal('field'),
    section: sectionSchema,
    field: z.string().max(100),
    quote: z.string(),
  }),
  z.strictObject({ is: z.literal('section'), section: sectionSchema }),
])

export type CommentPlace = z.infer<typeof placeSchema>

/** Somebody who has said or done something, by the name that is shown now. */
export const whoSchema = z.strictObject({
  personId: z.string(),
  name: z.string(),
  title: z.string(),
  partyId: z.string(),
  isGuest: z.boolean(),
})

export type Who = z.infer<typeof whoSchema>

export const postSchema = z.strictObject({
  id: idSchema,
  by: whoSchema,
  at: instant,
  /** Empty when it has been deleted. */
  text: z.string(),
  editedAt: instant.nullable(),
  /** When its author deleted it: that it was there stays to be seen. */
  deletedAt: instant.nullable(),
})

export type Post = z.infer<typeof postSchema>

/** Whom a thread waits for. */
export const assigneeSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('person'), personId: z.string().max(64) }),
  z.strictObject({ is: z.literal('party'), partyId: z.string().max(64) }),
])

export type Assignee = z.infer<typeof assigneeSchema>

export const threadSchema = z.strictObject({
  id: idSchema,
  place: placeSchema,
  /** The party that alone sees it; null when all do. */
  internalTo: z.string().nullable(),
  /** *Väsentlig*: not a matter of wording. */
  isMaterial: z.boolean(),
  assignee: assigneeSchema.nullable(),
  resolved: z.strictObject({ by: whoSchema, at: instant }).nullable(),
  /**
   * The round in which it was made, on the version that was sent; null for those made beside the text, which are
   * *arbetsmaterial*. It belongs to the party until its answer may be seen.
   */
  round: z.int().nullable(),
  /** When it was handed over to all, if it was internal first. */
  released: z.strictObject({ by: whoSchema, at: instant }).nullable(),
  /** The comment itself, then the answers, in the order they came. Never empty. */
  posts: z.array(postSchema),
})

export type Thread = z.infer<typeof threadSchema>

/** `GET /api/applications/:id/comments[?since=‹cursor›]`: the threads that I may see, or those changed since. */
export const commentsSchema = z.strictObject({
  threads: z.array(threadSchema),
  /**
   * Where I am: what comes after it is new. Opaque. It counts what all see and what my party sees, and nothing that
   * other parties write among themselves.
   */
  cursor: z.string(),
  /** True when these are all that there are: what I have and is not here is gone. */
  isWhole: z.boolean(),
})

export type CommentsAnswer = z.infer<typeof commentsSchema>

/** Where a new comment is to stand. `anchor` and `head`: encoded `Y.RelativePosition`s of the selection, in base64. */
export const wantedPlaceSchema = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('text'),
    section: sectionSchema,
    anchor: z.string().max(400),
    head: z.string().max(400),
    /** The words as they were selected: they stay with the thread if they are gone when it arrives. */
    quote: z.string().max(quoteMaxLength),
    before: z.string().max(surroundingsMaxLength),
    after: z.string().max(surroundingsMaxLength),
  }),
  // Words of the version that a round has sent, and not of today's text.
  z.strictObject({
    is: z.literal('sentText'),
    section: sectionSchema,
    quote: z.string().min(1).max(quoteMaxLength),
    before: z.string().max(surroundingsMaxLength),
    after: z.string().max(surroundingsMaxLength),
  }),
  z.strictObject({
    is: z.literal('lockedText'),
    section: sectionSchema,
    from: z.int().min(0).max(1_000_000),
    to: z.int().min(0).max(1_000_000),
  }),
  z.strictObject({ is: z.literal('field'), section: sectionSchema, field: z.string().min(1).max(100) }),
  z.strictObject({ is: z.literal('section'), section: sectionSchema }),
])

export type WantedPlace = z.infer<typeof wantedPlaceSchema>

const textSchema = z
  .string()
  .max(commentMaxLength)
  .regex(/\S/)
  .regex(/^[^\0]*$/)

/**
 * `POST /api/applications/:id/comments`. Answered with a `Thread`. The ids are chosen by the client: twice is once. Words
 * that are gone are no reason to refuse it. Refused with `unknownSection`; `placeGone` for a row that the document does
 * not have; `unknownMember` and `unknownOrganisation` for an assignee who does not see it; `commentsFull`, and
 * `tooManyAttempts` with `Retry-After`.
 */
export const startThreadSchema = z.strictObject({
  id: idSchema,
  postId: idSchema,
  place: wantedPlaceSchema,
  text: textSchema,
  isInternal: z.boolean(),
  isMaterial: z.boolean(),
  assignee: assigneeSchema.nullable(),
  /** Number of the round in which it is made, on the version sent: it is internal then. Null beside today's text. */
  round: z.int().min(1).nullable().default(null),
})

export type StartThread = z.input<typeof startThreadSchema>

/**
 * True when the thread was internal as whoever writes had it before her: what is meant for her own party is then refused
 * (`threadReleased`) when somebody has handed it over to all meanwhile.
 */
const isInternalSchema = z.boolean().optional()

/** `POST /api/applications/:id/comments/:thread/posts`. Answered with the `Thread`. */
export const answerThreadSchema = z.strictObject({
  id: idSchema,
  text: textSchema,
  isInternal: isInternalSchema,
})

export type AnswerThread = z.infer<typeof answerThreadSchema>

/** `PUT /api/applications/:id/comments/:thread/posts/:post`: my own. `DELETE` deletes it. Answered with the `Thread`. */
export const editPostSchema = z.strictObject({ text: textSchema, isInternal: isInternalSchema })

export type EditPost = z.infer<typeof editPostSchema>

/**
 * `PUT /api/applications/:id/comments/:thread`: one or more of them. `isInternal: false` hands it over to all, for good.
 * Answered with the `Thread`.
 */
export const changeThreadSchema = z.strictObject({
  isResolved: z.boolean().optional(),
  isMaterial: z.boolean().optional(),
  assignee: assigneeSchema.nullable().optional(),
  isInternal: z.literal(false).optional(),
})

export type ChangeThread = z.infer<typeof changeThreadSchema>

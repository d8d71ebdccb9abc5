import { z } from 'zod'
import {
  assigneeSchema,
  commentMaxLength,
  placeSchema,
  quoteMaxLength,
  surroundingsMaxLength,
} from '../../shared/http/comments.ts'
import { commentEventSchema } from './CommentEvent.ts'

/** Posts in a thread. */
export const postsMost = 500
/** Threads that all see, and threads that one party alone sees. */
export const threadsMost = 2_000
/** Posts in all of them together, deleted ones too: they stay to be seen, and are read and written with the others. */
export const postsTogetherMost = 20_000
/** What is said in all of them together, in UTF-16 units. */
export const lettersMost = 2_000_000

const id = z.string().regex(/^[a-z0-9]{12,32}$/)
const instant = z.iso.datetime()
/** `‹person›@‹party›`. */
const author = z.string()

const keptPostSchema = z.strictObject({
  id,
  by: author,
  at: instant,
  /** Empty when it has been deleted: it is not kept. */
  text: z.string().max(commentMaxLength),
  editedAt: instant.nullable(),
  deletedAt: instant.nullable(),
})

/** What is still to be marked in the text: as it was selected, or as it is found again when it is released. */
const unmarkedSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('selection'), anchor: z.string(), head: z.string() }),
  z.strictObject({
    is: z.literal('quote'),
    quote: z.string().max(quoteMaxLength),
    before: z.string().max(surroundingsMaxLength),
    after: z.string().max(surroundingsMaxLength),
  }),
])

export type Unmarked = z.infer<typeof unmarkedSchema>

/** A thread as it is kept: by ids alone, names are put in when it is read. */
export const keptThreadSchema = z.strictObject({
  id,
  place: placeSchema,
  /** Until the mark is in the text, or it is certain that there is nothing left to mark. */
  unmarked: unmarkedSchema.nullable(),
  internalTo: z.string().nullable(),
  /** The round in which it was made, on the version sent; null beside today's text, and in files from before rounds. */
  round: z.int().nullable().default(null),
  /** The words of the version sent that it was made on: those of today change. Absent where it was made on none. */
  sent: z.strictObject({ quote: z.string(), before: z.string(), after: z.string() }).optional(),
  isMaterial: z.boolean(),
  assignee: assigneeSchema.nullable(),
  resolved: z.strictObject({ by: author, at: instant }).nullable(),
  released: z.strictObject({ by: author, at: instant }).nullable(),
  posts: z.array(keptPostSchema).min(1),
})

/** The threads of an ansökan, and what is still to be told of them: `documents/‹id›/comments.json`. */
export const commentsFileSchema = z.strictObject({
  threads: z.array(keptThreadSchema),
  due: z.array(commentEventSchema),
})

export type CommentsFile = z.infer<typeof commentsFileSchema>
export type KeptThread = CommentsFile['threads'][number]
export type KeptPost = KeptThread['posts'][number]

export const noComments: CommentsFile = { threads: [], due: [] }

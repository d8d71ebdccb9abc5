import { z } from 'zod'
import { assigneeSchema } from '../../shared/http/comments.ts'

/**
 * What somebody may want to be told of. `started`: a thread; `answered`: in one that was there; `edited`: a post, such
 * that somebody is named who was not; `resolved`, `reopened`; `assigned`: it waits for somebody (else); `released`: what
 * one party wrote among its own has been handed over to all.
 */
const commentEventKinds = [
  'started',
  'answered',
  'edited',
  'resolved',
  'reopened',
  'assigned',
  'released',
] as const

/**
 * Something that has been done with a thread, kept with the change itself (`due` in comments.json) until whoever makes
 * notices of it has said that these are on disk. After a stop it is told once more: the same `id` is the same event.
 * What is said is not in it: it is looked up in the thread (`DocumentComments.thread`), where it may have been deleted.
 */
export const commentEventSchema = z.strictObject({
  /** Its own, for ever. */
  id: z.string(),
  kind: z.enum(commentEventKinds),
  threadId: z.string(),
  /** The post that was written or edited; the first one of the thread where it is about none. */
  postId: z.string(),
  /** `‹person›@‹party›`. */
  by: z.string(),
  at: z.iso.datetime(),
  /** Who is named (@) and was not before. For `released`: everybody who is named in the thread. */
  mentioned: z.array(assigneeSchema),
  /** Whom the thread waits for from now on; null where that has not changed. */
  assignee: assigneeSchema.nullable(),
})

export type CommentEvent = z.infer<typeof commentEventSchema>

/**
 * Takes what has been done in one ansökan, in order. Resolves when what comes of it is on disk; rejects when it is to be
 * told again. Twice is once, by the ids. Who may see a thread is to be asked anew (`mayWithThread`): it may be internal.
 */
export type CommentTold = (applicationId: string, events: readonly CommentEvent[]) => Promise<void>

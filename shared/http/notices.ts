import { z } from 'zod'
import { whoSchema } from './comments.ts'

/**
 * What somebody is told of (ux.md 12): she was named (she herself, or her party), a thread waits for her, somebody
 * answered in a thread that she takes part in, a thread of hers was resolved or opened again, somebody commented on an
 * ansökan that she watches, an earlier version was brought back in one that she writes. A round of remiss brings its own.
 */
export const noticeKinds = ['mentioned', 'assigned', 'answered', 'resolved', 'commented', 'restored'] as const

export type NoticeKind = (typeof noticeKinds)[number]

export const noticeSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(noticeKinds),
  applicationId: z.string(),
  applicationName: z.string(),
  /** The thread it is about; null when it is about none. */
  threadId: z.string().nullable(),
  /** A thread that was `resolved` has been opened again. */
  isReopened: z.boolean(),
  by: whoSchema,
  /** The party that she did it for. */
  partyName: z.string(),
  at: z.iso.datetime(),
  /** The first words of what was said; empty when nothing was, or it has been deleted since. */
  excerpt: z.string(),
  isRead: z.boolean(),
})

export type Notice = z.infer<typeof noticeSchema>

/** Notices in one answer. */
export const noticesTogether = 200

/** `GET /api/notices`: mine, unread first, each newest first. `unread` counts all. */
export const noticesSchema = z.strictObject({ notices: z.array(noticeSchema), unread: z.int() })

export type NoticesAnswer = z.infer<typeof noticesSchema>

/** `POST /api/notices/read`: these, or all. Answered 204. */
export const readNoticesSchema = z.strictObject({
  ids: z.union([z.literal('all'), z.array(z.string().max(64)).max(noticesTogether)]),
})

/** By mail at once, gathered with others (at most every 15 minutes for each ansökan), or not. */
export const mailHabits = ['atOnce', 'digest', 'never'] as const

const habitSchema = z.strictObject({ inProgram: z.boolean(), mail: z.enum(mailHabits) })

/**
 * `GET` and `PUT /api/notices/settings`: mine, for each kind; and the ansökningar that I watch (*Bevaka*). Whoever is
 * responsible for one does until she says otherwise.
 */
export const noticeSettingsSchema = z.strictObject({
  kinds: z.record(z.enum(noticeKinds), habitSchema),
  watched: z.array(z.string().max(64)).max(1000),
})

export type NoticeSettings = z.infer<typeof noticeSettingsSchema>

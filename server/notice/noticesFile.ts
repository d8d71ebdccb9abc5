import { z } from 'zod'
import {
  type NoticeKind,
  noticeKinds,
  noticeSettingsSchema,
  roundHappenings,
} from '../../shared/http/notices.ts'

const id = z.string().regex(/^[a-f0-9]{24}$/)

const keptNoticeSchema = z.strictObject({
  /** Made of what it is about and whom it is for: the same is never told her twice. */
  id,
  kind: z.enum(noticeKinds),
  applicationId: z.string(),
  threadId: z.string().nullable(),
  /** The post whose words are shown; null when it is about none. */
  postId: z.string().nullable(),
  /** The round it is about, and what has happened with it; null when it is about none, and in files from before rounds. */
  round: z
    .strictObject({ number: z.int(), what: z.enum(roundHappenings) })
    .nullable()
    .default(null),
  isReopened: z.boolean(),
  /** `‹person›@‹party›`; null when it has happened by itself. */
  by: z.string().nullable(),
  at: z.iso.datetime(),
  isRead: z.boolean(),
  /** False when it is told by mail only. */
  isShown: z.boolean(),
  /** The letter that is to tell of it, by its id in the queue; `digest` while others are waited for; null for none. */
  letter: z.union([z.literal('digest'), id]).nullable(),
})

export type KeptNotice = z.infer<typeof keptNoticeSchema>

/** What one person is told, and wants to be told: `notices/‹person›.json`. Only ids: words are looked up when asked for. */
export const noticesFileSchema = z.strictObject({
  /** In the order they came. */
  notices: z.array(keptNoticeSchema),
  /** The letters at once of the last quarter of an hour, by which they are bounded (`addNotices.ts`). */
  atOnce: z.array(
    keptNoticeSchema.pick({ applicationId: true, threadId: true, kind: true }).extend({
      letter: id,
      at: z.iso.datetime(),
    }),
  ),
  settings: z.strictObject({
    kinds: noticeSettingsSchema.shape.kinds,
    /** Where she has said whether she watches an ansökan. */
    watches: z.record(z.string().regex(/^[a-z0-9]{12,32}$/), z.boolean()),
  }),
})

export type NoticesFile = z.infer<typeof noticesFileSchema>

const atOnce = { inProgram: true, mail: 'atOnce' } as const
const gathered = { inProgram: true, mail: 'digest' } as const

/** What somebody is told who has not said anything else (ux.md 12). */
export const noNotices: NoticesFile = {
  notices: [],
  atOnce: [],
  settings: {
    kinds: {
      roundSent: atOnce,
      roundReminder: atOnce,
      roundChanged: atOnce,
      replySent: atOnce,
      compilationPublished: atOnce,
      mentioned: atOnce,
      assigned: atOnce,
      answered: atOnce,
      resolved: gathered,
      commented: gathered,
      restored: atOnce,
    },
    watches: {},
  },
}

/** Whether one kind says more to a person than another. */
export function isStronger(one: NoticeKind, other: NoticeKind): boolean {
  return noticeKinds.indexOf(one) < noticeKinds.indexOf(other)
}

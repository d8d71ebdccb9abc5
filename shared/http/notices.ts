import { z } from 'zod'
import { whoSchema } from './comments.ts'
import { purposes } from './consultation.ts'

/**
 * What somebody is told of (ux.md 12): she was named (she herself, or her party), a thread waits for her, somebody
 * answered in a thread that she takes part in, a thread of hers was resolved or opened again, somebody commented on an
 * ansökan that she watches, an earlier version was brought back in one that she writes. Of rounds: one was sent to her,
 * its day comes or has passed, it was extended, called off or closed, a party has answered (to the owner, and to her own
 * party), its sammanställning was published.
 */
export const roundNoticeKinds = [
  'roundSent',
  'roundReminder',
  'roundChanged',
  'replySent',
  'compilationPublished',
] as const

export type RoundNoticeKind = (typeof roundNoticeKinds)[number]

/** All that somebody is told of; what is of rounds first. */
export const noticeKinds = [
  ...roundNoticeKinds,
  'mentioned',
  'assigned',
  'answered',
  'resolved',
  'commented',
  'restored',
] as const

export type NoticeKind = (typeof noticeKinds)[number]

export function isAboutRound(kind: NoticeKind): kind is RoundNoticeKind {
  return roundNoticeKinds.some(one => one === kind)
}

/**
 * What can happen with a round. `sent`; `soon`, `today`, `late`: reminders that go by themselves three working days
 * before, on the day, the day after; `reminded`: by hand; `extended`; `calledOff`; `over`: closed by somebody or by
 * itself; `replied`, `replaced`: a party has answered; `published`: its sammanställning.
 */
export const roundHappenings = [
  'sent',
  'soon',
  'today',
  'late',
  'reminded',
  'extended',
  'calledOff',
  'over',
  'replied',
  'replaced',
  'published',
] as const

export type RoundHappening = (typeof roundHappenings)[number]

export const noticeSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(noticeKinds),
  applicationId: z.string(),
  applicationName: z.string(),
  /** The thread it is about; null when it is about none. */
  threadId: z.string().nullable(),
  /** Number of the round on whose version that thread stands; null beside today's text. */
  threadRound: z.int().nullable(),
  /** The round it is about, and what has happened with it; null when it is about none. */
  round: z
    .strictObject({
      what: z.enum(roundHappenings),
      number: z.int(),
      purpose: z.enum(purposes),
      ordinal: z.int(),
      closesOn: z.iso.date().nullable(),
    })
    .nullable(),
  /** A thread that was `resolved` has been opened again. */
  isReopened: z.boolean(),
  /** Null when it has happened by itself. */
  by: whoSchema.nullable(),
  /** The party that she did it for; empty when it has happened by itself. */
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

/**
 * By mail at once, gathered with others (at most every 15 minutes for each ansökan), or not. What is of rounds has days to
 * keep and is never gathered: it goes at once when it is not to be `never`.
 */
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

import { z } from 'zod'

/**
 * Everything that is written in the log of what people do (*loggen*): a closed list. Its words are in client/text.
 * `refused` is a try that was refused; `logBroken` is the program's own word that earlier entries are not as they were
 * written.
 */
export const auditActs = [
  'signedIn',
  'signedOut',
  'signInRefused',
  'sessionEnded',
  'linkAsked',
  'created',
  'opened',
  'exported',
  'movedToForm',
  'stateChanged',
  'memberAdded',
  'roleChanged',
  'memberRemoved',
  'successorNamed',
  'invited',
  'invitationResent',
  'invitationRevoked',
  'invitationTaken',
  'guestLinkMade',
  'guestLinkRevoked',
  'guestEntered',
  'accessAsked',
  'accessGranted',
  'accessDenied',
  'sectionClosed',
  'columnsLimited',
  'sectionOpened',
  'adviceOpened',
  'adviceClosed',
  'commentReleased',
  'versionMade',
  'versionOpened',
  'versionRestored',
  'roundSent',
  'roundChanged',
  'roundOver',
  'roundReminded',
  'replySent',
  'replyReopened',
  'oppositionLifted',
  'oppositionRecorded',
  'remarkAnswered',
  'compilationPublished',
  'organisationChanged',
  'personChanged',
  'personDeactivated',
  'personReactivated',
  'ownDataExported',
  'logExported',
  'logBroken',
  'refused',
] as const

export type AuditAct = (typeof auditActs)[number]

/**
 * What `details` may tell, and in which words it is kept. What an act is done to is told by ids; whoever reads the log
 * sees names.
 */
export const detailKeys = [
  /** Id of the person it was done to. Answered with her name. */
  'person',
  /** Id of a party, or of several with a comma between. Answered with its short name. */
  'party',
  'address',
  'role',
  /** What it was before, and what it is now: roles, or states of an ansökan. */
  'from',
  'to',
  /** Id of a thread of comments. */
  'thread',
  /** Number of a version. */
  'version',
  /** Number of a round. */
  'round',
  /** Key of a section. */
  'section',
  /** Id of a form. */
  'form',
  /** What a guest link is called, until which day it holds, and its id. */
  'label',
  'endsOn',
  'link',
  /** The way in, as in signIn.ts. */
  'way',
  /** Why something was refused or ended, as in problem.ts or a word of the way's own. */
  'reason',
  /** What was tried, or what was changed. */
  'what',
  /** File format of what was exported. */
  'format',
  /** Of a broken log: number of the entry, and the name of its file. */
  'number',
  'file',
] as const

export const auditEntrySchema = z.strictObject({
  /** From 1, without a gap. */
  number: z.int().positive(),
  at: z.iso.datetime(),
  act: z.enum(auditActs),
  /** Who did it; null when nobody was signed in. */
  person: z.strictObject({ id: z.string(), name: z.string(), partyShortName: z.string() }).nullable(),
  /** The ansökan it was done with; null when none. */
  applicationId: z.string().nullable(),
  /** State of the ansökan then; null when there is none. */
  state: z.string().nullable(),
  /** Whom or what it was done to, and the new value, by `detailKeys`. Never content. */
  details: z.record(z.string(), z.string()),
})

export type AuditEntry = z.infer<typeof auditEntrySchema>

/** What both logs can be asked for; what is left out does not matter. Days are Swedish, first and last included. */
export const auditQuerySchema = z.strictObject({
  /** Only entries before this one. */
  before: z
    .string()
    .regex(/^[1-9]\d{0,11}$/)
    .transform(Number)
    .optional(),
  act: z.enum(auditActs).optional(),
  /** Id of the person who did it. */
  person: z.string().min(1).max(64).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
})

export type AuditQuery = z.infer<typeof auditQuerySchema>

/**
 * `GET /api/applications/:id/log` and `GET /api/log` (administrators: without names of ansökningar). Newest first, a
 * hundred at a time, as an `AuditQuery` asks. The same with `.csv` gives all of them.
 */
export const auditLogSchema = z.strictObject({
  entries: z.array(auditEntrySchema),
  /** There are older ones. */
  more: z.boolean(),
  /** Everybody who has done something that is in this log, to choose among. */
  people: z.array(z.strictObject({ id: z.string(), name: z.string(), partyShortName: z.string() })),
})

export type AuditLogAnswer = z.infer<typeof auditLogSchema>

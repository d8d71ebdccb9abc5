import { z } from 'zod'

/**
 * Every way a request can be refused or fail: a closed list. Its words are in client/text. `status` is the HTTP
 * status it travels with.
 */
export const problems = {
  malformedRequest: 400,
  signedOut: 401,
  mayNot: 403,
  foreignOrigin: 403,
  ownSignIn: 403,
  freshSignInNeeded: 403,
  signInFirst: 403,
  unknownAddress: 404,
  unknownApplication: 404,
  unknownForm: 404,
  unknownRescued: 404,
  unknownImage: 404,
  unknownLine: 404,
  unknownMember: 404,
  unknownInvitation: 404,
  unknownGuestLink: 404,
  unknownRequest: 404,
  unknownSection: 404,
  unknownSession: 404,
  unknownPerson: 404,
  unknownOrganisation: 404,
  unknownThread: 404,
  unknownPost: 404,
  unknownVersion: 404,
  unknownNotice: 404,
  unknownRound: 404,
  unknownReply: 404,
  unknownRemark: 404,
  unknownAttachment: 404,
  unknownRecord: 404,
  tooSlow: 408,
  damagedDocument: 409,
  damagedVersion: 409,
  versionsFull: 409,
  sectionsClosed: 409,
  lastOwner: 409,
  successorNeeded: 409,
  accessFull: 409,
  commentsFull: 409,
  threadReleased: 409,
  placeGone: 409,
  roundOver: 409,
  roundsFull: 409,
  dayPassed: 409,
  notAsked: 409,
  replyChanged: 409,
  replySent: 409,
  replyLacks: 409,
  attachmentsFull: 409,
  otherBrowser: 409,
  otherPerson: 409,
  addressTaken: 409,
  domainTaken: 409,
  noParty: 409,
  noOwnSignIn: 409,
  lastAdministrator: 409,
  lineEnded: 410,
  linkOver: 410,
  tooLarge: 413,
  notAnImage: 415,
  notAFile: 415,
  tooManyAttempts: 429,
  tooManyLines: 429,
  diskFault: 503,
  mailQueueFull: 503,
  serverFault: 500,
} as const

export type ProblemKind = keyof typeof problems

/** What the body of every refused or failed request looks like. */
export const problemSchema = z.strictObject({
  kind: z.enum(Object.keys(problems) as [ProblemKind, ...ProblemKind[]]),
  status: z.int(),
  /** Names of the fields of the request that were wrong. */
  fields: z.array(z.string()),
})

export type Problem = z.infer<typeof problemSchema>

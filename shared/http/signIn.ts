import { z } from 'zod'
import { addressSchema } from './access.ts'
import { partyKindSchema } from './party.ts'

/** The ways in: a closed list, the names of their folders. */
export const waysIn = ['demo', 'mailLink', 'openId', 'invitation', 'guest', 'firstAdministrator'] as const
export type WayInName = (typeof waysIn)[number]

/** A secret from a link: 256 bits, base64url. It stands in the fragment of the link, and is sent by POST only. */
export const linkSecretSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

/** Without control characters, and without those that turn the direction of text, which could make one name look like another. */
const oneLine = /^[^\p{Cc}\p{Bidi_Control}\u2028\u2029]*$/u

/** A name on one line. */
export const nameSchema = z.string().trim().min(1).max(100).regex(oneLine)

/** A title on one line; may be empty. */
export const titleSchema = z.string().trim().max(100).regex(oneLine)

/**
 * `POST /api/sign-in/mail-link`: asks for a link by mail. Answered 202, alike whether or not the address is known; with
 * `{ openId }` when the address's party has a sign-in of its own: the address to go to.
 */
export const askForLinkSchema = z.strictObject({ address: addressSchema })
export const askedForLinkSchema = z.strictObject({ openId: z.string().nullable() })

/** `POST /api/sign-in/mail-link/redeem`: the link is `‹origin›/logga-in#‹secret›`. Answered with a `SessionAnswer`. */
export const redeemLinkSchema = z.strictObject({ secret: linkSecretSchema })

/** `POST /api/sign-in/invitation/look`: what an invitation is to, before it is taken. Spends nothing. */
export const lookAtInvitationSchema = z.strictObject({ secret: linkSecretSchema })
export const invitationShownSchema = z.strictObject({
  address: z.string(),
  partyName: z.string(),
  invitedBy: z.string(),
  /** Of the ansökan; empty when it has none yet. */
  applicationName: z.string(),
  /** Known to the program already: no name is asked for. */
  isKnown: z.boolean(),
  /** Where the sign-in of her own organisation is, by which she takes it; null when she takes it here. */
  openId: z.string().nullable(),
})
export type InvitationShown = z.infer<typeof invitationShownSchema>

/**
 * `POST /api/sign-in/invitation`: takes an invitation. Answered with an `EnteredAnswer`. Name and title are asked for, and
 * refused when absent, of somebody new only (`isKnown`).
 */
export const takeInvitationSchema = z.strictObject({
  secret: linkSecretSchema,
  name: nameSchema.optional(),
  title: titleSchema.optional(),
})

/** `POST /api/sign-in/guest/look`: whether a guest link lets in. Answered 204 or refused; spends nothing. */
export const lookAtGuestLinkSchema = z.strictObject({ secret: linkSecretSchema })

/** `POST /api/sign-in/guest`: enters by a guest link. Answered with an `EnteredAnswer`. */
export const enterAsGuestSchema = z.strictObject({ secret: linkSecretSchema, name: nameSchema })

/** `POST /api/sign-in/first-administrator/look`: whether the link is good still. Answered 204 or refused; spends nothing. */
export const lookAtAdministratorLinkSchema = z.strictObject({ secret: linkSecretSchema })

/**
 * `POST /api/sign-in/first-administrator`: the link that the command prints, `‹origin›/forsta#‹secret›`, with who she is.
 * Answered with a `SessionAnswer`.
 */
export const firstAdministratorSchema = z.strictObject({
  secret: linkSecretSchema,
  name: nameSchema,
  title: titleSchema,
  address: addressSchema,
  organisation: z.strictObject({
    name: nameSchema,
    shortName: nameSchema,
    kind: partyKindSchema,
  }),
})

/**
 * `GET /api/sign-in/openid/start?party=…` (or `address=…`, and `to=` a page of ours): a link to the sign-in of an
 * organisation. Whoever does not get in by it comes to `/?fel=` with one of these: a closed list.
 */
export const openIdFaults = [
  'tooManyAttempts',
  'noOwnSignIn',
  'signInOver',
  'otherBrowser',
  'cancelled',
  'providerDown',
  'badAnswer',
  'unverifiedAddress',
  'otherDomain',
  'otherAccount',
  'otherParty',
  'deactivated',
  'programFault',
] as const
export type OpenIdFault = (typeof openIdFaults)[number]
export const openIdFaultSchema = z.enum(openIdFaults)

/** Where an invitation or a guest link leads. */
export const enteredSchema = z.strictObject({ applicationId: z.string() })
export type EnteredAnswer = z.infer<typeof enteredSchema>

/** `GET /api/sessions`: my own, newest first. `DELETE /api/sessions/:id` ends one, `DELETE /api/sessions` all of them. */
export const sessionsSchema = z.strictObject({
  sessions: z.array(
    z.strictObject({
      id: z.string(),
      /** The way she came in by. */
      way: z.enum(waysIn),
      /** Browser and system as the browser says, e.g. `Firefox, Windows`. */
      device: z.string(),
      partyShortName: z.string(),
      beganAt: z.iso.datetime(),
      seenAt: z.iso.datetime(),
      isThis: z.boolean(),
    }),
  ),
})
export type SessionsAnswer = z.infer<typeof sessionsSchema>

/** `PUT /api/me`: corrects my own name and title. Answered with a `SessionAnswer`. `GET /api/me/data` is all there is about me, as a file. */
export const correctMeSchema = z.strictObject({ name: nameSchema, title: titleSchema })

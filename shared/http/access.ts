import { z } from 'zod'
import { roles } from '../people/role.ts'
import { partySchema } from './party.ts'

const closings = [
  z.strictObject({ is: z.literal('party'), partyId: z.string().min(1).max(64) }),
  z.strictObject({ is: z.literal('finished') }),
  z.strictObject({
    is: z.literal('columns'),
    limited: z
      .array(
        z.strictObject({
          partyId: z.string().min(1).max(64),
          column: z
            .string()
            .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
            .nullable(),
        }),
      )
      .max(50)
      .readonly(),
  }),
] as const

/** How a section is closed (`people/closedSection.ts`). */
export const sectionClosingSchema = z.discriminatedUnion('is', closings)

const idSchema = z.string().regex(/^[a-z0-9]{12,32}$/)
const instant = z.iso.datetime()
const roleSchema = z.enum(roles)

/** Longest e-mail address there is (RFC 5321). */
const addressMaxLength = 254
/** Addresses in one invitation. */
export const invitedTogether = 50
export const messageMaxLength = 2000

/** One line that a person writes, such as a name. */
const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}]*$/u)

/** An e-mail address as it is kept: trimmed and in lower case. Not every odd one that mail allows (domain.md K37). */
export const addressSchema = z
  .string()
  .max(addressMaxLength)
  .transform(address => address.trim().toLowerCase())
  .pipe(z.email())

/** Somebody who has access. */
export const memberSchema = z.strictObject({
  personId: z.string(),
  name: z.string(),
  title: z.string(),
  partyId: z.string(),
  role: roleSchema,
  since: instant,
  /** The guest link she came by; null for others. */
  guestLinkId: z.string().nullable(),
  /** False for a person who has left. */
  isActive: z.boolean(),
})

/** Somebody who has been invited by mail and has not come yet. */
export const invitationSchema = z.strictObject({
  id: idSchema,
  address: z.string(),
  partyId: z.string(),
  role: roleSchema,
  invitedBy: z.string(),
  invitedAt: instant,
  expiresAt: instant,
  /** How it went with the mail. */
  mail: z.enum(['waiting', 'sent', 'failed']),
})

/** A way in for people without an account, named for whom it is. */
export const guestLinkSchema = z.strictObject({
  id: idSchema,
  label: z.string(),
  partyId: z.string(),
  role: z.enum(['reader', 'reviewer']),
  /** Last day that it lets in and those who came by it may stay, Swedish time. */
  endsOn: z.iso.date(),
  madeBy: z.string(),
  madeAt: instant,
})

/** Somebody who has asked to be let in. */
export const accessRequestSchema = z.strictObject({
  id: idSchema,
  personId: z.string(),
  name: z.string(),
  title: z.string(),
  partyId: z.string(),
  message: z.string(),
  askedAt: instant,
})

/** `GET /api/applications/:id/access`. Those who may not share see members only. */
export const accessSchema = z.strictObject({
  /** All parties there are, to show names and to choose among. */
  parties: z.array(partySchema),
  members: z.array(memberSchema),
  invitations: z.array(invitationSchema),
  guestLinks: z.array(guestLinkSchema),
  requests: z.array(accessRequestSchema),
  /** Open *rådgivning*: the förbund reads along. */
  advice: z.strictObject({ by: z.string(), at: instant }).nullable(),
})

export type AccessAnswer = z.infer<typeof accessSchema>
export type Member = z.infer<typeof memberSchema>
export type Invitation = z.infer<typeof invitationSchema>
export type GuestLink = z.infer<typeof guestLinkSchema>
export type AccessRequest = z.infer<typeof accessRequestSchema>

/**
 * `POST /api/applications/:id/invitations`. Those whom the program knows have access at once; others are sent a mail.
 * Answered with an `InvitedAnswer`.
 */
export const inviteSchema = z.strictObject({
  addresses: z.array(addressSchema).min(1).max(invitedTogether),
  role: roleSchema,
  message: z.string().max(messageMaxLength),
})

/** What became of each address: `noParty`, its domain belongs to no party here; `mayNot`, not this role for that party. */
export const invitedSchema = z.strictObject({
  invited: z.array(
    z.strictObject({
      address: z.string(),
      outcome: z.enum(['added', 'invited', 'alreadyMember', 'noParty', 'mayNot', 'left']),
    }),
  ),
})

export type InvitedAnswer = z.infer<typeof invitedSchema>

/** `POST /api/applications/:id/members`: lets in a person whom the program knows. */
export const addMemberSchema = z.strictObject({
  personId: z.string().min(1).max(64),
  partyId: z.string().min(1).max(64),
  role: roleSchema,
})

/** `PUT /api/applications/:id/members/:personId`. */
export const changeRoleSchema = z.strictObject({ role: roleSchema })

/** `POST /api/applications/:id/guest-links`. Answered with a `GuestLinkMade`. */
export const makeGuestLinkSchema = z.strictObject({
  label: line(100),
  partyId: z.string().min(1).max(64),
  role: z.enum(['reader', 'reviewer']),
  endsOn: z.iso.date(),
})

/** `secret` is shown once: the link is `‹origin›/gast#‹secret›`. */
export const guestLinkMadeSchema = z.strictObject({ link: guestLinkSchema, secret: z.string() })

export type GuestLinkMade = z.infer<typeof guestLinkMadeSchema>

/** `POST /api/applications/:id/requests`: answered 202 alike whether there is such an ansökan or not. */
export const askForAccessSchema = z.strictObject({ message: z.string().max(messageMaxLength) })

/** `POST /api/applications/:id/requests/:requestId`: lets her in. `DELETE` says no. */
export const grantAccessSchema = z.strictObject({ role: roleSchema })

/** `PUT /api/applications/:id/sections/:key`: closes a section, or opens it again. */
export const closeSectionSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('open') }),
  ...closings,
])

/** `PUT /api/applications/:id/advice`. */
export const openAdviceSchema = z.strictObject({ open: z.boolean() })

/** `GET /api/people?q=…&application=…`: people to let in, of parties that the asker may invite, at most ten. */
export const peopleFoundSchema = z.strictObject({
  people: z.array(
    z.strictObject({
      personId: z.string(),
      name: z.string(),
      title: z.string(),
      partyId: z.string(),
      address: z.string().nullable(),
    }),
  ),
})

export type PeopleFound = z.infer<typeof peopleFoundSchema>

/** `GET /api/applications/:id/authors`: who has written what stands in each section now. */
export const authorsSchema = z.strictObject({
  sections: z.record(
    z.string(),
    z.array(
      z.strictObject({
        personName: z.string(),
        partyShortName: z.string(),
        /** Characters and values that are hers. */
        letters: z.int().nonnegative(),
      }),
    ),
  ),
})

export type AuthorsAnswer = z.infer<typeof authorsSchema>

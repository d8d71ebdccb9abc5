import { z } from 'zod'
import { addressSchema } from './access.ts'
import { partyColourSchema, partyKindSchema, partySchema } from './party.ts'
import { nameSchema, titleSchema } from './signIn.ts'

/** Mail domains of one organisation. */
const mailDomainsMost = 20
/** People in one answer. */
export const personsTogether = 100

const instant = z.iso.datetime()

/** What stands after the at sign in an address: in lower case, with a dot in it, letters outside a–z as IDNA has them. */
const domainSchema = z
  .string()
  .max(253)
  .transform(domain => domain.trim().toLowerCase())
  .pipe(z.string().regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/))

const mailDomains = z
  .array(domainSchema)
  .max(mailDomainsMost)
  .refine(domains => new Set(domains).size === domains.length)

/** An organisation as administrators see it: a party, with how its people get in. */
export const organisationSchema = partySchema.extend({
  mailDomains: z.array(z.string()),
  /** The way in of its people: a link by mail, or its own sign-in and nothing else. */
  signIn: z.enum(['mailLink', 'openId']),
  /** People who have not left, guests aside. */
  people: z.int().nonnegative(),
})

export type Organisation = z.infer<typeof organisationSchema>

/** `GET /api/organisations`. Administrators only, as everything here but one's own data. */
export const organisationsSchema = z.strictObject({
  organisations: z.array(organisationSchema),
  /** What `signIn` can be set to: the ways in that are set up. */
  signIns: z.array(z.enum(['mailLink', 'openId'])),
})

export type OrganisationsAnswer = z.infer<typeof organisationsSchema>

/**
 * `PUT /api/organisations/:id`. Answered with an `Organisation`. What kind it is stands for ever, since rights hang on
 * it. With a sign-in of its own, whoever of its people has come in by a link is out at once. Refused with `domainTaken`
 * when a domain is another organisation's, and with `noOwnSignIn` when it is to have a sign-in of its own and none is
 * set up for it.
 */
export const changeOrganisationSchema = z.strictObject({
  name: nameSchema,
  shortName: nameSchema,
  colour: partyColourSchema,
  mailDomains,
  signIn: z.enum(['mailLink', 'openId']),
})

/** `POST /api/organisations`. Answered 201 with an `Organisation`. */
export const addOrganisationSchema = changeOrganisationSchema.extend({ kind: partyKindSchema })

export type NewOrganisation = z.infer<typeof addOrganisationSchema>

/** How somebody who has left is shown: by her name, or as *Tidigare medarbetare, AF*. */
const shownAs = z.enum(['name', 'former'])

/** A person as administrators see her: always by her own name. */
export const personShownSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  /** Null for guests. */
  address: z.string().nullable(),
  parties: z.array(z.strictObject({ id: z.string(), shortName: z.string() })),
  isAdministrator: z.boolean(),
  isGuest: z.boolean(),
  /** She is known by the sign-in of an organisation. */
  hasOpenId: z.boolean(),
  createdAt: instant,
  /** Null when she has not left. */
  deactivatedAt: instant.nullable(),
  shownAs,
})

export type PersonShown = z.infer<typeof personShownSchema>

/** `GET /api/persons?q=…`: all in whose name, title or address the words occur, by name, at most `personsTogether`. */
export const personsSchema = z.strictObject({ persons: z.array(personShownSchema), more: z.boolean() })

export type PersonsAnswer = z.infer<typeof personsSchema>

/**
 * `POST /api/persons`: lets the program know somebody, so that she can ask for a link or sign in. Answered 201 with a
 * `PersonShown`. Refused with `addressTaken`, and with `noParty` when the address's domain belongs to none.
 */
export const addPersonSchema = z.strictObject({
  name: nameSchema,
  title: titleSchema,
  address: addressSchema,
})

/** `PUT /api/persons/:id`. Answered with a `PersonShown`. Refused with `lastAdministrator`. */
export const changePersonSchema = z.strictObject({
  name: nameSchema,
  title: titleSchema,
  isAdministrator: z.boolean(),
})

/**
 * `POST /api/persons/:id/deactivate`: she has left. Her sessions end at once. Answered with a `PersonShown`, refused with
 * `lastAdministrator`. `POST /api/persons/:id/reactivate`, without a body, lets her in again.
 * `DELETE /api/persons/:id/open-ids`: she is known by no sign-in of an organisation any more, and her sessions end; the
 * next time she is whose address it vouches for. Both are answered with a `PersonShown`.
 */
export const deactivateSchema = z.strictObject({ shownAs })

/** `GET /api/me/data`: everything that is kept about me, as a file. */
export const ownDataSchema = z.strictObject({
  person: z.strictObject({
    id: z.string(),
    name: z.string(),
    title: z.string(),
    address: z.string().nullable(),
    parties: z.array(z.string()),
    isAdministrator: z.boolean(),
    isGuest: z.boolean(),
    openIds: z.array(z.strictObject({ issuer: z.string(), subject: z.string() })),
    createdAt: instant,
  }),
  sessions: z.array(
    z.strictObject({
      way: z.string(),
      device: z.string(),
      party: z.string(),
      beganAt: instant,
      seenAt: instant,
    }),
  ),
  /** The ansökningar that I have or have asked for access to. */
  memberships: z.array(
    z.strictObject({
      applicationId: z.string(),
      applicationName: z.string(),
      role: z.string(),
      since: instant,
    }),
  ),
  /** What the log says that I have done. */
  log: z.array(z.unknown()),
})

export type OwnData = z.infer<typeof ownDataSchema>

import { z } from 'zod'
import { addressSchema } from './access.ts'
import { auditActs } from './auditLog.ts'
import { noticeKinds, noticeSettingsSchema } from './notices.ts'
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

/**
 * `GET /api/organisations`. Administrators only, as everything here but one's own data. Every change asks for a sign-in
 * of the last half hour: `freshSignInNeeded`.
 */
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
  /** Ansökningar that nobody else answers for who is still here. */
  ownsAlone: z.int().nonnegative(),
})

export type PersonShown = z.infer<typeof personShownSchema>

/** `GET /api/persons?q=…`: all in whose name, title or address the words occur, by name, at most `personsTogether`. */
export const personsSchema = z.strictObject({ persons: z.array(personShownSchema), more: z.boolean() })

export type PersonsAnswer = z.infer<typeof personsSchema>

/**
 * `POST /api/persons`: lets the program know somebody, so that she can ask for a link or sign in; she is told by mail.
 * Answered 201 with a `PersonAdded`. Refused with `addressTaken`, and with `noParty` when the address's domain belongs to none.
 */
export const addPersonSchema = z.strictObject({
  name: nameSchema,
  title: titleSchema,
  address: addressSchema,
})

/** `isTold`: the letter to her is on its way. False when it could not be queued. */
export const personAddedSchema = z.strictObject({ person: personShownSchema, isTold: z.boolean() })

export type PersonAdded = z.infer<typeof personAddedSchema>

/** `PUT /api/persons/:id`. Answered with a `PersonShown`. Refused with `lastAdministrator`. */
export const changePersonSchema = z.strictObject({
  name: nameSchema,
  title: titleSchema,
  isAdministrator: z.boolean(),
})

/**
 * `POST /api/persons/:id/deactivate`: she has left. Her sessions end at once. What she alone answers for is handed over
 * to `successorId` before that. Answered with a `PersonShown`, refused with `lastAdministrator`, and with
 * `successorNeeded` when she answers for something alone and no colleague of hers is named. `POST /api/persons/:id/reactivate`, without a body, lets her in again.
 * `DELETE /api/persons/:id/open-ids`: she is known by no sign-in of an organisation any more, and her sessions end; the
 * next time she is whose address it vouches for. Both are answered with a `PersonShown`.
 */
export const deactivateSchema = z.strictObject({ shownAs, successorId: z.string().min(1).max(64).optional() })

/** `GET /api/persons/:id/successors`: how much somebody answers for alone, and the colleagues who could take it over. */
export const successorsSchema = z.strictObject({
  ownsAlone: z.int().nonnegative(),
  successors: z.array(z.strictObject({ id: z.string(), name: z.string(), title: z.string() })),
})

export type SuccessorsAnswer = z.infer<typeof successorsSchema>

/** `POST /api/persons/:id/successor`: the same for somebody who has left already. Answered with a `PersonShown`. */
export const nameSuccessorSchema = z.strictObject({ successorId: z.string().min(1).max(64) })

/** What one has done, or what has been done with one, as the log has it. */
const ownEntrySchema = z.strictObject({
  number: z.int().positive(),
  at: instant,
  act: z.enum(auditActs),
  applicationId: z.string().nullable(),
  state: z.string().nullable(),
  details: z.record(z.string(), z.string()),
})

/**
 * `GET /api/me/data`: everything that is kept about me, as a file. Who else it is about is left out: no name, id or
 * address of anybody else is in it.
 */
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
  /** The ansökningar that I have a role in. Without a name while I may not read them. */
  memberships: z.array(
    z.strictObject({
      applicationId: z.string(),
      applicationName: z.string(),
      role: z.string(),
      since: instant,
    }),
  ),
  /** What I have asked for access to and have no answer for, whether or not there is such an ansökan. */
  requests: z.array(z.strictObject({ applicationId: z.string(), message: z.string(), askedAt: instant })),
  /** Not taken yet. */
  invitationsToMe: z.array(
    z.strictObject({ applicationId: z.string(), role: z.string(), invitedAt: instant, expiresAt: instant }),
  ),
  /** Sent by me and not taken yet. */
  invitationsFromMe: z.array(
    z.strictObject({
      applicationId: z.string(),
      role: z.string(),
      message: z.string(),
      invitedAt: instant,
      expiresAt: instant,
    }),
  ),
  /** Made by me. */
  guestLinks: z.array(
    z.strictObject({
      applicationId: z.string(),
      label: z.string(),
      role: z.string(),
      endsOn: z.iso.date(),
      madeAt: instant,
    }),
  ),
  /** Sections that I have closed. */
  closings: z.array(z.strictObject({ applicationId: z.string(), section: z.string(), closedAt: instant })),
  /** Where I have opened *rådgivning*. */
  advice: z.array(z.strictObject({ applicationId: z.string(), openedAt: instant })),
  /** The ansökningar that I have started or written in; what I wrote there is theirs. */
  written: z.array(
    z.strictObject({
      applicationId: z.string(),
      hasStarted: z.boolean(),
      /** How many of the numbers that text is written under are mine: one for each time that I opened it to write. */
      clientIds: z.int().nonnegative(),
      /** When the last change is mine. */
      lastChange: z.strictObject({ section: z.string(), at: instant }).nullable(),
    }),
  ),
  /** My *räddad text*. */
  rescued: z.array(
    z.strictObject({
      applicationId: z.string(),
      section: z.string().nullable(),
      text: z.string(),
      at: instant,
      reason: z.string(),
    }),
  ),
  /** What I have said in comments. Others whom I name there are left out. */
  said: z.array(
    z.strictObject({
      applicationId: z.string(),
      threadId: z.string(),
      /** Empty when I have deleted it. */
      text: z.string(),
      at: instant,
      editedAt: instant.nullable(),
      deletedAt: instant.nullable(),
    }),
  ),
  /** Threads of comments that wait for me, or that I have resolved, or handed over to all. */
  threads: z.array(
    z.strictObject({
      applicationId: z.string(),
      threadId: z.string(),
      isAssigned: z.boolean(),
      resolvedAt: instant.nullable(),
      releasedAt: instant.nullable(),
    }),
  ),
  /**
   * What I have done in rounds of remiss, and that I was asked; with the message, summary or reason that I wrote. The rest
   * of an answer is its party's.
   */
  rounds: z.array(
    z.strictObject({
      applicationId: z.string(),
      round: z.int(),
      did: z.enum([
        'asked',
        'sent',
        'extended',
        'reminded',
        'ended',
        'published',
        'replied',
        'lifted',
        'recorded',
        'remarkAnswered',
      ]),
      at: instant,
      text: z.string(),
    }),
  ),
  /** What I have been told; what was said is not in it, since others said it. */
  notices: z.array(
    z.strictObject({
      applicationId: z.string(),
      kind: z.enum(noticeKinds),
      threadId: z.string().nullable(),
      at: instant,
      isRead: z.boolean(),
    }),
  ),
  /** How I want to be told, and the ansökningar of which I have said whether I watch them. */
  noticeSettings: z.strictObject({
    kinds: noticeSettingsSchema.shape.kinds,
    watches: z.array(z.strictObject({ applicationId: z.string(), isWatched: z.boolean() })),
  }),
  /** What the log says that I have done, newest first. */
  log: z.array(ownEntrySchema.extend({ partyId: z.string().nullable() })),
  /** What the log says that others have done with me. */
  logAboutMe: z.array(ownEntrySchema),
})

export type OwnData = z.infer<typeof ownDataSchema>

/** What is kept about me beside who I am and where I am signed in. */
export type OwnTraces = Omit<OwnData, 'person' | 'sessions'>

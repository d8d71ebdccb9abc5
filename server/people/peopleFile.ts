import { z } from 'zod'

const partyId = z.string().regex(/^[a-z0-9-]{1,32}$/)
const personId = z.string().regex(/^[a-z0-9]{1,32}$/)

/** An organisation: a party, with how its people get in. */
const organisationSchema = z.strictObject({
  name: z.string(),
  shortName: z.string(),
  kind: z.enum(['kommun', 'arbetsformedlingen', 'forsakringskassan', 'region', 'forbund']),
  colour: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]),
  /** What stands after the at sign in its people's addresses, in lower case. A domain is one organisation's only. */
  mailDomains: z.array(z.string()),
  /** The way in of its people: a link by mail, or its own sign-in and nothing else. */
  signIn: z.enum(['mailLink', 'openId']),
})

const personSchema = z.strictObject({
  name: z.string(),
  title: z.string(),
  /** E-mail address in lower case, hers alone; null for guests. */
  address: z.string().nullable(),
  /** The parties that she may act for, normally one. */
  partyIds: z.array(partyId).min(1),
  isAdministrator: z.boolean(),
  isGuest: z.boolean(),
  /** Who she is to the sign-ins of organisations: never told by her address (limits.md 41). */
  openIds: z.array(z.strictObject({ issuer: z.string(), subject: z.string() })),
  /** SHA-256 by which a guest is the same when she comes back by her link in her browser; null for others. */
  guestKey: z.string().nullable(),
  createdAt: z.iso.datetime(),
  deactivatedAt: z.iso.datetime().nullable(),
  /** What stands for her in history when she has left: her name, or that somebody of her party it was. */
  shownAs: z.enum(['name', 'former']),
})

/** `people.json`: organisations and persons by id. Nobody is ever taken out of it, since history names her. */
export const peopleFileSchema = z.strictObject({
  organisations: z.record(partyId, organisationSchema),
  persons: z.record(personId, personSchema),
})

export type PeopleFile = z.infer<typeof peopleFileSchema>
export type PersonRecord = z.infer<typeof personSchema>
export type OrganisationRecord = z.infer<typeof organisationSchema>

/** As it is in a new data folder without the demo. */
export const noPeople: PeopleFile = { organisations: {}, persons: {} }

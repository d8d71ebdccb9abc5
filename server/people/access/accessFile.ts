import { z } from 'zod'
import { sectionClosingSchema } from '../../../shared/http/access.ts'
import { roles } from '../../../shared/people/role.ts'

const instant = z.iso.datetime()
const role = z.enum(roles)
/** SHA-256 of a secret, in hex: the secret itself is only in the link. */
const secretHash = z.string().regex(/^[a-f0-9]{64}$/)
const id = z.string().regex(/^[a-z0-9]{12,32}$/)

/** Who has access to an ansökan and which of its sections are closed: `documents/‹id›/access.json`. */
export const accessFileSchema = z.strictObject({
  members: z.array(
    z.strictObject({
      personId: z.string(),
      partyId: z.string(),
      role,
      since: instant,
      /** The guest link she came by. */
      guestLinkId: z.string().nullable(),
    }),
  ),
  invitations: z.array(
    z.strictObject({
      id,
      address: z.string(),
      partyId: z.string(),
      role,
      message: z.string(),
      /** Person and party of whoever invited. */
      by: z.string(),
      at: instant,
      expiresAt: instant,
      secretHash,
      /** The letter in the mail queue; null when it never came there. */
      letterId: z.string().nullable(),
    }),
  ),
  guestLinks: z.array(
    z.strictObject({
      id,
      label: z.string(),
      partyId: z.string(),
      role: z.enum(['reader', 'reviewer']),
      endsOn: z.iso.date(),
      by: z.string(),
      at: instant,
      secretHash,
    }),
  ),
  requests: z.array(
    z.strictObject({ id, personId: z.string(), partyId: z.string(), message: z.string(), at: instant }),
  ),
  advice: z.strictObject({ by: z.string(), at: instant }).nullable(),
  /** The closed sections, by key. */
  closings: z.record(
    z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/),
    z.strictObject({
      closing: sectionClosingSchema,
      by: z.string(),
      at: instant,
    }),
  ),
})

export type AccessFile = z.infer<typeof accessFileSchema>
export type KeptMember = AccessFile['members'][number]
export type KeptInvitation = AccessFile['invitations'][number]
export type KeptGuestLink = AccessFile['guestLinks'][number]

/** What an ansökan begins with: whoever starts it, `‹person›@‹party›`, owns it. */
export function accessOfStarter(starter: string, since: string): AccessFile {
  const [personId = '', partyId = ''] = starter.split('@')
  return {
    members: [{ personId, partyId, role: 'ownerEditor', since, guestLinkId: null }],
    invitations: [],
    guestLinks: [],
    requests: [],
    advice: null,
    closings: {},
  }
}

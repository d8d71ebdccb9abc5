import { addressSchema } from '../../../../shared/http/access.ts'
import type { Me } from '../../../../shared/http/session.ts'
import { nameSchema } from '../../../../shared/http/signIn.ts'
import type { AuditLog } from '../../../audit/AuditLog.ts'
import type { Access } from '../../access/Access.ts'
import { AccessFull } from '../../access/AccessChanges.ts'
import type { DocumentAccess } from '../../access/DocumentAccess.ts'
import { OpenIdTaken, type People } from '../../People.ts'
import { OpenIdRefused } from './OpenIdRefused.ts'
import type { Vouched } from './Provider.ts'

interface AdmissionParts {
  readonly people: People
  readonly access: Access
  readonly audit: Pick<AuditLog, 'note'>
}

/**
 * Who somebody is here whom the provider of a party vouches for. She is known by issuer and subject, and never by her
 * address (limits.md 41): that only says, the first time, which person of the party she is. Rejects with
 * `OpenIdRefused`.
 */
export class Admission {
  readonly #parts: AdmissionParts

  constructor(parts: AdmissionParts) {
    this.#parts = parts
  }

  /** The person, who may act for the party. Somebody new becomes known now, with the invitations to her address. */
  async admit(vouched: Vouched, partyId: string): Promise<Me> {
    const { people } = this.#parts
    const known = people.byOpenId(vouched.issuer, vouched.subject)
    const personId = known?.id ?? (await this.#byAddress(vouched, partyId))
    const me = this.#meOf(personId, partyId)
    await this.#takeInvitations(me)
    return me
  }

  #meOf(personId: string, partyId: string): Me {
    const { people } = this.#parts
    const record = people.record(personId)
    if (record?.deactivatedAt !== null) throw new OpenIdRefused('deactivated', { person: personId })
    const me = people.find(personId, partyId)
    if (!me) throw new OpenIdRefused('otherParty', { person: personId })
    return me
  }

  /** The id of the person whose address the provider vouches for. From now on the provider's subject is she. */
  async #byAddress(vouched: Vouched, partyId: string): Promise<string> {
    const { people, audit } = this.#parts
    const { email, emailIsVerified, name } = await vouched.profile()
    const { data: address } = addressSchema.safeParse(email)
    if (address === undefined || !emailIsVerified) throw new OpenIdRefused('unverifiedAddress')
    if (people.partyOf(address)?.id !== partyId) throw new OpenIdRefused('otherDomain', { address })
    const holder = people.byAddress(address)
    const personId = holder?.id ?? (await this.#add(address, name, partyId))
    const me = this.#meOf(personId, partyId)
    const details = { way: 'openId', person: personId, party: partyId, what: holder ? 'linked' : 'added' }
    await this.#link(personId, address, vouched, () => audit.note({ act: 'personChanged', me, details }))
    return personId
  }

  async #add(address: string, said: unknown, partyId: string): Promise<string> {
    // She can correct it herself.
    const name = nameSchema.safeParse(said).data ?? address.slice(0, 100)
    return await this.#parts.people.addUnlessKnown({ name, title: '', address, partyId, isGuest: false })
  }

  /** `note` is not called when it has been done already, from another window say. */
  async #link(
    personId: string,
    address: string,
    { issuer, subject }: Vouched,
    note: () => Promise<void>,
  ): Promise<void> {
    try {
      await this.#parts.people.provided(note).addOpenId(personId, issuer, subject)
    } catch (fault) {
      if (fault instanceof OpenIdTaken) throw new OpenIdRefused('otherAccount', { address, person: personId })
      throw fault
    }
  }

  /** The letter would lead to her organisation's sign-in, which is where she is now. */
  async #takeInvitations(me: Me): Promise<void> {
    const { people, access, audit } = this.#parts
    const address = people.record(me.person.id)?.address
    if (!address) return
    for (const { applicationId, found } of access.invitationsTo(address)) {
      const document = access.documentAccess(applicationId)
      if (found.partyId !== me.party.id || !document) continue
      const details = { way: 'openId', role: found.role }
      const note = () => audit.note({ act: 'invitationTaken', me, applicationId, details })
      if (!(await take(document.provided(note), found.secretHash, me.person.id))) continue
      access.tellChanged(applicationId)
    }
  }
}

async function take(document: DocumentAccess, secretHash: string, personId: string): Promise<boolean> {
  try {
    return await document.takeInvitation(secretHash, personId)
  } catch (fault) {
    // No reason not to let her in. The invitation stands, and whoever is responsible is told when she makes room.
    if (fault instanceof AccessFull) return false
    throw fault
  }
}

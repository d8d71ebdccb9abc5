import type { z } from 'zod'
import type { InvitedAnswer, inviteSchema } from '../../../shared/http/access.ts'
import type { Me } from '../../../shared/http/session.ts'
import { may, rolesToGive, type Standing } from '../../../shared/people/may.ts'
import type { Party } from '../../../shared/people/person.ts'
import type { Role } from '../../../shared/people/role.ts'
import type { AuditLog, Note } from '../../audit/AuditLog.ts'
import type { Attempts } from '../../http/Attempts.ts'
import { Refused } from '../../http/refuse.ts'
import { accessAskedLetter } from '../../mail/letters/accessAskedLetter.ts'
import { accessGivenLetter } from '../../mail/letters/accessGivenLetter.ts'
import { invitationLetter } from '../../mail/letters/invitationLetter.ts'
import type { Actor } from '../../mail/letters/letterText.ts'
import type { MailQueue } from '../../mail/MailQueue.ts'
import { linkSecret } from '../linkSecret.ts'
import type { People } from '../People.ts'
import type { Access } from './Access.ts'
import { AccessFull, LastOwner } from './AccessChanges.ts'
import type { KeptInvitation } from './accessFile.ts'
import { newId } from './DocumentAccess.ts'

/** How long an invitation by mail may be taken (limits.md 44). */
const invitationLastsMs = 7 * 24 * 3_600_000

interface InvitingParts {
  readonly access: Access
  readonly people: People
  readonly mail: MailQueue
  readonly audit: AuditLog
  /** Invitations, by person. */
  readonly attempts: Attempts
  /** Where people reach the program, without a path. */
  readonly address: () => string
  /** What an ansökan is called; empty when it has no name yet. */
  readonly nameOf: (id: string) => string
  readonly now: () => number
}

type Asked = z.infer<typeof inviteSchema>
type Outcome = InvitedAnswer['invited'][number]['outcome']

/** Letting people into an ansökan by their addresses, and the letters that belong to it. */
export class Inviting {
  readonly #parts: InvitingParts

  constructor(parts: InvitingParts) {
    this.#parts = parts
  }

  /** How it went with the letter of an invitation. */
  readonly stateOf = (letterId: string): 'waiting' | 'sent' | 'failed' => this.#parts.mail.stateOf(letterId)

  /** Throws `MailQueueFull` when whoever is to be told of a change could not be: then it is not made. */
  refuseWhenFull(): void {
    this.#parts.mail.refuseWhenFull()
  }

  /** What became of each address. Each is noted. Throws `MailQueueFull` where it was too much; those before it stand. */
  async invite(me: Me, id: string, asked: Asked): Promise<InvitedAnswer['invited']> {
    const invited: InvitedAnswer['invited'] = []
    for (const address of new Set(asked.addresses)) {
      this.#countOne(me)
      // Looked up for each: she may be removed while they are written down.
      const standing = this.#parts.access.standingOf(id, me)
      if (!standing) throw new Refused('unknownApplication')
      invited.push({ address, outcome: await this.#inviteOne(me, id, standing, address, asked) })
    }
    return invited
  }

  /** Sends an invitation once more, with a new secret: the old link is of no use any more. */
  async resend(me: Me, id: string, standing: Standing, invitation: KeptInvitation): Promise<void> {
    this.#countOne(me)
    const { address, partyId, role, message } = invitation
    const { state } = standing
    const note = { act: 'invitationResent', me, applicationId: id, state, details: { address } } as const
    const party = this.#parts.people.party(partyId)
    if (party) await this.#sendInvitation(me, id, address, party, role, message, note)
  }

  /** Tells somebody whom the program knows that she has been let in. */
  async tellAdded(me: Me, id: string, personId: string, message = ''): Promise<void> {
    const { access, people, mail } = this.#parts
    const address = people.describe(personId)?.address
    const member = access.documentAccess(id)?.member(personId)
    if (!address || !member) return
    await mail.send(
      accessGivenLetter({
        to: address,
        giver: actorOf(me),
        applicationName: this.#parts.nameOf(id),
        partyName: people.party(member.partyId)?.name ?? '',
        role: member.role,
        message,
        link: this.#link(id),
      }),
    )
  }

  /** Tells those who can let her in that somebody asks for it. */
  async tellAsked(me: Me, id: string, message: string): Promise<void> {
    const { access, people, mail } = this.#parts
    for (const { personId, partyId } of access.documentAccess(id)?.kept.members ?? []) {
      const member = people.find(personId, partyId)
      const address = people.describe(personId)?.address
      if (!member || !address || !may(access.standingOf(id, member), 'share')) continue
      await mail.send(
        accessAskedLetter({
          to: address,
          asker: actorOf(me),
          applicationName: this.#parts.nameOf(id),
          message,
          link: this.#link(id),
        }),
      )
    }
  }

  async #inviteOne(
    me: Me,
    id: string,
    standing: Standing,
    address: string,
    { role, message }: Asked,
  ): Promise<Outcome> {
    const { access, audit, people } = this.#parts
    const party = people.partyOf(address)
    if (!party) return 'noParty'
    const roles = rolesToGive(standing, party.kind, party.id === me.party.id)
    if (!roles.includes(role)) return 'mayNot'
    const known = people.byAddress(address)
    if (known && !known.isActive) return 'left'
    const document = access.documentAccess(id)
    if (!document) throw new Refused('unknownApplication')
    if (known && document.member(known.id)) return 'alreadyMember'
    // The domain has gone to another organisation since she became known.
    if (known && !known.partyIds.includes(party.id)) return 'noParty'
    // What somebody else has offered her is not to be replaced by whoever could not have offered it.
    const offered = document.invitations().find(invitation => invitation.address === address)
    if (offered && !roles.includes(offered.role)) return 'mayNot'
    const noted = { me, applicationId: id, state: standing.state }
    try {
      if (known) {
        const details = { person: known.id, party: party.id, role }
        await document
          .provided(async () => {
            this.refuseWhenFull()
            this.#mustStillGive(me, id, party, role)
            await audit.note({ ...noted, act: 'memberAdded', details })
          })
          .addMember(known.id, party.id, role)
        await this.tellAdded(me, id, known.id, message)
        return 'added'
      }
      const details = { address, party: party.id, role }
      const note = { ...noted, act: 'invited', details } as const
      await this.#sendInvitation(me, id, address, party, role, message, note)
      return 'invited'
    } catch (fault) {
      if (fault instanceof AccessFull) throw new Refused('accessFull')
      if (fault instanceof LastOwner) throw new Refused('lastOwner')
      throw fault
    }
  }

  async #sendInvitation(
    me: Me,
    id: string,
    address: string,
    party: Party,
    role: Role,
    message: string,
    note: Note,
  ): Promise<void> {
    const { access, audit, mail } = this.#parts
    const { secret, hash } = linkSecret()
    const expiresAt = new Date(this.#parts.now() + invitationLastsMs).toISOString()
    const by = `${me.person.id}@${me.party.id}`
    const invitation = {
      id: newId(),
      address,
      partyId: party.id,
      role,
      message,
      by,
      expiresAt,
      secretHash: hash,
    }
    const document = access.documentAccess(id)
    // First: a letter must not lead to an invitation that is not there. Until it is sent, it shows as not sent.
    const first = async () => {
      this.refuseWhenFull()
      this.#mustStillGive(me, id, party, role)
      await audit.note(note)
    }
    await document?.provided(first).invite(invitation)
    const letterId = await mail.send(
      invitationLetter({
        to: address,
        inviter: actorOf(me),
        applicationName: this.#parts.nameOf(id),
        partyName: party.name,
        role,
        message,
        link: `${this.#parts.address()}/inbjudan#${secret}`,
        expiresAt,
      }),
    )
    await document?.sentInvitation(invitation.id, letterId)
  }

  /** When it is her turn: she may have lost her right while others' changes were made. */
  #mustStillGive(me: Me, id: string, party: Party, role: Role): void {
    const standing = this.#parts.access.standingOf(id, me)
    if (!rolesToGive(standing, party.kind, party.id === me.party.id).includes(role))
      throw new Refused('mayNot')
  }

  #countOne(me: Me): void {
    const { attempts, now } = this.#parts
    const waitSeconds = attempts.take(me.person.id, now())
    if (waitSeconds !== null) throw new Refused('tooManyAttempts', [], waitSeconds)
  }

  #link(id: string): string {
    return `${this.#parts.address()}/ansokningar/${id}`
  }
}

function actorOf({ person, party }: Me): Actor {
  return { name: person.name, partyName: party.name }
}

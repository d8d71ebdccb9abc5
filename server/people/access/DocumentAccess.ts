import { randomBytes } from 'node:crypto'
import {
  type SectionClosing,
  type WritableKeys,
  whyNotWrite,
  writableKeys,
} from '../../../shared/people/closedSection.ts'
import type { Standing } from '../../../shared/people/may.ts'
import type { Role } from '../../../shared/people/role.ts'
import type { JsonFile } from '../../storage/jsonFile.ts'
import { dayInSweden } from '../../time/swedishTime.ts'
import { AccessChanges, type IsHere } from './AccessChanges.ts'
import type { AccessFile, KeptGuestLink, KeptInvitation, KeptMember } from './accessFile.ts'

/** What whoever does something is known by here: `‹person›@‹party›`. */
type By = string

/** Who has access to one ansökan. What is said is read from the disk's state; changes are durable when they resolve. */
export class DocumentAccess {
  readonly #file: JsonFile<AccessFile>
  readonly #now: () => number
  readonly #changes: AccessChanges

  constructor(file: JsonFile<AccessFile>, now: () => number, changes = new AccessChanges(file)) {
    this.#file = file
    this.#now = now
    this.#changes = changes
  }

  /**
   * The same access, of which a change is made when `first` has resolved, and is not when that rejects. It is called
   * when it is the change's turn, and would be made: so there the right to make it is looked up, and it is noted, that no
   * right is ever changed in silence. It is not called for what changes nothing or may not be.
   */
  provided(first: () => Promise<void>): DocumentAccess {
    return new DocumentAccess(this.#file, this.#now, this.#changes.provided(first))
  }

  /** All of it, as it is on disk. */
  get kept(): Readonly<AccessFile> {
    return this.#file.data
  }

  /** The role of a person acting for a party; null when she has none, or came by a guest link that is over. */
  roleOf(personId: string, partyId: string): Role | null {
    const member = this.#file.data.members.find(
      member => member.personId === personId && member.partyId === partyId,
    )
    if (!member) return null
    return member.guestLinkId !== null && this.#guestLink(member.guestLinkId) === null ? null : member.role
  }

  /** Null when she has no access. */
  member(personId: string): KeptMember | null {
    return this.#file.data.members.find(member => member.personId === personId) ?? null
  }

  closingOf(section: string): SectionClosing | undefined {
    return this.#file.data.closings[section]?.closing
  }

  /** The sections, of these with their kinds, in which somebody with this standing may write, and what of them. */
  writable(
    standing: Standing,
    partyId: string,
    sections: Iterable<readonly [key: string, kind: string]>,
  ): Map<string, WritableKeys> {
    const open = new Map<string, WritableKeys>()
    for (const [key, kind] of sections) {
      const closing = this.closingOf(key)
      if (whyNotWrite(standing, partyId, kind, closing) === null)
        open.set(key, writableKeys(standing, partyId, closing))
    }
    return open
  }

  /** Lets somebody in; whoever is in already stays what she is. Throws `AccessFull`. */
  async addMember(personId: string, partyId: string, role: Role): Promise<void> {
    await this.#changes.make(file => {
      this.#add(file, { personId, partyId, role, guestLinkId: null })
      return true
    })
  }

  /** Gives somebody another role. False when she has no access. Throws `LastOwner`. */
  async changeRole(personId: string, role: Role, isHere: IsHere): Promise<boolean> {
    return await this.#changes.make(file => {
      const member = file.members.find(member => member.personId === personId)
      if (member) member.role = role
      return member !== undefined
    }, isHere)
  }

  /**
   * Takes somebody's access from her, with any invitation to `address`, which is hers: she would come in again by it.
   * False when she has none. Throws `LastOwner`.
   */
  async removeMember(personId: string, address: string | null, isHere: IsHere): Promise<boolean> {
    return await this.#changes.make(file => {
      const isThere = file.members.some(member => member.personId === personId)
      file.members = file.members.filter(member => member.personId !== personId)
      file.invitations = file.invitations.filter(invitation => invitation.address !== address)
      return isThere
    }, isHere)
  }

  /** Keeps an invitation by mail that is about to be sent. An earlier one to the same address is over with it. */
  async invite(invitation: Omit<KeptInvitation, 'at' | 'letterId'>): Promise<void> {
    await this.#changes.make(file => {
      file.invitations = this.#live(file).filter(other => other.address !== invitation.address)
      file.invitations.push({ ...invitation, at: this.#instant(), letterId: null })
      return true
    })
  }

  /** The letter of an invitation is in the mail queue. */
  async sentInvitation(id: string, letterId: string): Promise<void> {
    await this.#changes.make(file => {
      const invitation = file.invitations.find(invitation => invitation.id === id)
      if (invitation) invitation.letterId = letterId
      return invitation !== undefined
    })
  }

  /** Null when there is none, or its time is over. */
  invitation(id: string): KeptInvitation | null {
    return this.#live(this.#file.data).find(invitation => invitation.id === id) ?? null
  }

  /** Those that can still be taken. */
  invitations(): KeptInvitation[] {
    return this.#live(this.#file.data)
  }

  /** Null when no invitation that can be taken has this secret. */
  invitationOf(secretHash: string): KeptInvitation | null {
    return this.#live(this.#file.data).find(invitation => invitation.secretHash === secretHash) ?? null
  }

  /** Takes an invitation for a person: once. False when somebody was quicker, or its time is over. */
  async takeInvitation(secretHash: string, personId: string): Promise<boolean> {
    return await this.#changes.make(file => {
      const invitation = this.#live(file).find(invitation => invitation.secretHash === secretHash)
      if (!invitation) return false
      file.invitations = file.invitations.filter(other => other !== invitation)
      const { partyId, role } = invitation
      this.#add(file, { personId, partyId, role, guestLinkId: null })
      return true
    })
  }

  /** False when there is none. */
  async revokeInvitation(id: string): Promise<boolean> {
    return await this.#changes.make(file => {
      const isThere = file.invitations.some(invitation => invitation.id === id)
      file.invitations = file.invitations.filter(invitation => invitation.id !== id)
      return isThere
    })
  }

  async makeGuestLink(link: Omit<KeptGuestLink, 'id' | 'at'>): Promise<KeptGuestLink> {
    const kept: KeptGuestLink = { ...link, id: newId(), at: this.#instant() }
    await this.#changes.make(file => {
      file.guestLinks = file.guestLinks.filter(other => !this.#hasEnded(other) || isUsed(file, other.id))
      file.guestLinks.push(kept)
      return true
    })
    return kept
  }

  /** Null when no link that still lets in has this secret. */
  guestLinkOf(secretHash: string): KeptGuestLink | null {
    const link = this.#file.data.guestLinks.find(link => link.secretHash === secretHash)
    return link && !this.#hasEnded(link) ? link : null
  }

  /** Lets in a guest who has come by a link. False when there is no such link, or it has ended. Throws `AccessFull`. */
  async addGuest(personId: string, linkId: string): Promise<boolean> {
    return await this.#changes.make(file => {
      const link = file.guestLinks.find(link => link.id === linkId)
      if (!link || this.#hasEnded(link)) return false
      const { partyId, role } = link
      this.#add(file, { personId, partyId, role, guestLinkId: linkId })
      return true
    })
  }

  /** Takes back a guest link, and the access of those who came by it; gives them. Null when there is none. */
  async revokeGuestLink(id: string): Promise<KeptMember[] | null> {
    let guests: KeptMember[] | null = null
    await this.#changes.make(file => {
      const isThere = file.guestLinks.some(link => link.id === id)
      guests = isThere ? file.members.filter(member => member.guestLinkId === id) : null
      file.guestLinks = file.guestLinks.filter(link => link.id !== id)
      file.members = file.members.filter(member => member.guestLinkId !== id)
      return isThere
    })
    return guests
  }

  /** Asks to be let in. Asking again is one request, with the newer words. */
  async ask(personId: string, partyId: string, message: string): Promise<void> {
    await this.#changes.make(file => {
      const known = file.requests.find(request => request.personId === personId)
      file.requests = file.requests.filter(request => request !== known)
      file.requests.push({ id: known?.id ?? newId(), personId, partyId, message, at: this.#instant() })
      return true
    })
  }

  /** Lets somebody in who has asked for it. False when there is no such request any more. Throws `AccessFull`. */
  async grantRequest(id: string, role: Role): Promise<boolean> {
    return await this.#changes.make(file => {
      const request = file.requests.find(request => request.id === id)
      if (!request) return false
      const { personId, partyId } = request
      this.#add(file, { personId, partyId, role, guestLinkId: null })
      return true
    })
  }

  /** False when there is none. */
  async denyRequest(id: string): Promise<boolean> {
    return await this.#changes.make(file => {
      const isThere = file.requests.some(request => request.id === id)
      file.requests = file.requests.filter(request => request.id !== id)
      return isThere
    })
  }

  /** Closes a section, or opens it with null. */
  async closeSection(key: string, closing: SectionClosing | null, by: By): Promise<void> {
    await this.#changes.make(file => {
      if (closing === null) delete file.closings[key]
      else file.closings[key] = { closing: { ...closing }, by, at: this.#instant() }
      return true
    })
  }

  async setAdvice(isOpen: boolean, by: By): Promise<void> {
    await this.#changes.make(file => {
      file.advice = isOpen ? { by, at: this.#instant() } : null
      return true
    })
  }

  #add(file: AccessFile, member: Omit<KeptMember, 'since'>): void {
    const { personId } = member
    if (!file.members.some(other => other.personId === personId)) {
      file.members.push({ ...member, since: this.#instant() })
    }
    file.requests = file.requests.filter(request => request.personId !== personId)
  }

  #live(file: AccessFile): KeptInvitation[] {
    const now = this.#instant()
    return file.invitations.filter(invitation => invitation.expiresAt > now)
  }

  #guestLink(id: string): KeptGuestLink | null {
    const link = this.#file.data.guestLinks.find(link => link.id === id)
    return link && !this.#hasEnded(link) ? link : null
  }

  #hasEnded(link: KeptGuestLink): boolean {
    return link.endsOn < dayInSweden(this.#now())
  }

  #instant(): string {
    return new Date(this.#now()).toISOString()
  }
}

/** An id of a record within one ansökan. */
export function newId(): string {
  return randomBytes(8).toString('hex')
}

function isUsed(file: AccessFile, guestLinkId: string): boolean {
  return file.members.some(member => member.guestLinkId === guestLinkId)
}

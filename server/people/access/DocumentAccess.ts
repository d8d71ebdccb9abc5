import { randomBytes } from 'node:crypto'
import { type SectionClosing, whyNotWrite } from '../../../shared/people/closedSection.ts'
import type { Standing } from '../../../shared/people/may.ts'
import type { Role } from '../../../shared/people/role.ts'
import type { JsonFile } from '../../storage/jsonFile.ts'
import type { AccessFile, KeptGuestLink, KeptInvitation, KeptMember } from './accessFile.ts'
import { dayInSweden } from './dayInSweden.ts'

/** People who have access to one ansökan, who are invited, and who ask; links for guests. */
const most = { members: 500, invitations: 200, guestLinks: 50, requests: 100 } as const

/** A bound of an ansökan's access is reached. */
export class AccessFull extends Error {}

/** It would leave an ansökan without anybody who is responsible for it. */
export class LastOwner extends Error {}

/** What whoever does something is known by here: `‹person›@‹party›`. */
type By = string

/** Who has access to one ansökan. What is said is read from the disk's state; changes are durable when they resolve. */
export class DocumentAccess {
  readonly #file: JsonFile<AccessFile>
  readonly #now: () => number

  constructor(file: JsonFile<AccessFile>, now: () => number) {
    this.#file = file
    this.#now = now
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

  /** The sections, of these with their kinds, in which somebody with this standing may write. */
  writable(
    standing: Standing,
    partyId: string,
    sections: Iterable<readonly [key: string, kind: string]>,
  ): Set<string> {
    const open = new Set<string>()
    for (const [key, kind] of sections) {
      if (whyNotWrite(standing, partyId, kind, this.closingOf(key)) === null) open.add(key)
    }
    return open
  }

  /** Lets somebody in, or gives her another role. Throws `LastOwner`, `AccessFull`. */
  async setMember(
    personId: string,
    partyId: string,
    role: Role,
    guestLinkId: string | null = null,
  ): Promise<void> {
    await this.#change(file => {
      const known = file.members.find(member => member.personId === personId && member.partyId === partyId)
      if (known) known.role = role
      else file.members.push({ personId, partyId, role, since: this.#instant(), guestLinkId })
      file.requests = file.requests.filter(request => request.personId !== personId)
    })
  }

  /** False when she has no access. Throws `LastOwner`. */
  async removeMember(personId: string): Promise<boolean> {
    let removed = false
    await this.#change(file => {
      removed = file.members.some(member => member.personId === personId)
      file.members = file.members.filter(member => member.personId !== personId)
    })
    return removed
  }

  /** Keeps an invitation by mail that is about to be sent. An earlier one to the same address is over with it. */
  async invite(invitation: Omit<KeptInvitation, 'at' | 'letterId'>): Promise<void> {
    await this.#change(file => {
      file.invitations = this.#live(file).filter(other => other.address !== invitation.address)
      file.invitations.push({ ...invitation, at: this.#instant(), letterId: null })
    })
  }

  /** The letter of an invitation is in the mail queue. */
  async sentInvitation(id: string, letterId: string): Promise<void> {
    await this.#change(file => {
      const invitation = file.invitations.find(invitation => invitation.id === id)
      if (invitation) invitation.letterId = letterId
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
    let taken = false
    await this.#change(file => {
      const invitation = this.#live(file).find(invitation => invitation.secretHash === secretHash)
      taken = invitation !== undefined
      if (!invitation) return
      file.invitations = file.invitations.filter(other => other !== invitation)
      if (file.members.some(member => member.personId === personId)) return
      const { partyId, role } = invitation
      file.members.push({ personId, partyId, role, since: this.#instant(), guestLinkId: null })
    })
    return taken
  }

  /** False when there is none. */
  async revokeInvitation(id: string): Promise<boolean> {
    let revoked = false
    await this.#change(file => {
      revoked = file.invitations.some(invitation => invitation.id === id)
      file.invitations = file.invitations.filter(invitation => invitation.id !== id)
    })
    return revoked
  }

  async makeGuestLink(link: Omit<KeptGuestLink, 'id' | 'at'>): Promise<KeptGuestLink> {
    const kept: KeptGuestLink = { ...link, id: newId(), at: this.#instant() }
    await this.#change(file => {
      file.guestLinks = file.guestLinks.filter(other => !this.#hasEnded(other) || isUsed(file, other.id))
      file.guestLinks.push(kept)
    })
    return kept
  }

  /** Null when no link that still lets in has this secret. */
  guestLinkOf(secretHash: string): KeptGuestLink | null {
    const link = this.#file.data.guestLinks.find(link => link.secretHash === secretHash)
    return link && !this.#hasEnded(link) ? link : null
  }

  /** Takes back a guest link, and the access of those who came by it; gives them. Null when there is none. */
  async revokeGuestLink(id: string): Promise<KeptMember[] | null> {
    let guests: KeptMember[] | null = null
    await this.#change(file => {
      const isThere = file.guestLinks.some(link => link.id === id)
      guests = isThere ? file.members.filter(member => member.guestLinkId === id) : null
      file.guestLinks = file.guestLinks.filter(link => link.id !== id)
      file.members = file.members.filter(member => member.guestLinkId !== id)
    })
    return guests
  }

  /** Asks to be let in. Asking again is one request, with the newer words. */
  async ask(personId: string, partyId: string, message: string): Promise<void> {
    await this.#change(file => {
      file.requests = file.requests.filter(request => request.personId !== personId)
      file.requests.push({ id: newId(), personId, partyId, message, at: this.#instant() })
    })
  }

  /** False when there is none. */
  async denyRequest(id: string): Promise<boolean> {
    let denied = false
    await this.#change(file => {
      denied = file.requests.some(request => request.id === id)
      file.requests = file.requests.filter(request => request.id !== id)
    })
    return denied
  }

  /** Closes a section, or opens it with null. */
  async closeSection(key: string, closing: SectionClosing | null, by: By): Promise<void> {
    await this.#change(file => {
      if (closing === null) delete file.closings[key]
      else file.closings[key] = { closing: { ...closing }, by, at: this.#instant() }
    })
  }

  async setAdvice(isOpen: boolean, by: By): Promise<void> {
    await this.#change(file => {
      file.advice = isOpen ? { by, at: this.#instant() } : null
    })
  }

  /** Makes a change that leaves somebody responsible, and nothing too large. */
  async #change(mutate: (file: AccessFile) => void): Promise<void> {
    await this.#file.update(file => {
      const hadOwner = hasOwner(file)
      mutate(file)
      if (hadOwner && !hasOwner(file)) throw new LastOwner()
      for (const [key, count] of Object.entries(most)) {
        if (file[key as keyof typeof most].length > count) throw new AccessFull(key)
      }
    })
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

function hasOwner(file: AccessFile): boolean {
  return file.members.some(member => member.role === 'ownerEditor')
}

function isUsed(file: AccessFile, guestLinkId: string): boolean {
  return file.members.some(member => member.guestLinkId === guestLinkId)
}

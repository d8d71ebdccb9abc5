import type { ApplicationState } from '../../../shared/document/applicationState.ts'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import type { Me } from '../../../shared/http/session.ts'
import type { WritableKeys } from '../../../shared/people/closedSection.ts'
import { may, rolesToGive, type Standing } from '../../../shared/people/may.ts'
import type { Role } from '../../../shared/people/role.ts'
import type { People } from '../People.ts'
import type { KeptGuestLink, KeptInvitation } from './accessFile.ts'
import { type AccessTraces, accessTraces } from './accessTraces.ts'
import type { DocumentAccess } from './DocumentAccess.ts'

/** What is to be known of an ansökan to say who may do what with it. */
export interface Accessible {
  readonly access: DocumentAccess
  readonly state: ApplicationState
  /** The rounds that go on let the authors write meanwhile. */
  readonly textIsOpen: boolean
}

/** An ansökan whose access has something with a secret, and that thing. */
export interface FoundBySecret<T> {
  readonly applicationId: string
  readonly found: T
}

/** Who may do what with every ansökan: the one place that the server asks, over HTTP and over the line. */
export class Access {
  readonly #find: (id: string) => Accessible | null
  readonly #ids: () => Iterable<string>
  readonly #people: Pick<People, 'find' | 'party' | 'partyOf'>
  readonly #watchers = new Set<(id: string) => void>()

  /** `find` gives null when there is no such ansökan; `ids` are those of all. */
  constructor(
    find: (id: string) => Accessible | null,
    ids: () => Iterable<string>,
    people: Pick<People, 'find' | 'party' | 'partyOf'>,
  ) {
    this.#find = find
    this.#ids = ids
    this.#people = people
  }

  /** Null when she has no role in it, or there is none such: the two are not to be told apart. */
  standingOf(id: string, me: Me): Standing | null {
    const open = this.#find(id)
    // Whoever has left in the middle of a request has no role any more.
    if (!open || !this.#people.find(me.person.id, me.party.id)) return null
    // The förbund is let in by the life of an ansökan, not by anybody.
    const role = me.party.kind === 'forbund' ? 'officer' : open.access.roleOf(me.person.id, me.party.id)
    if (role === null) return null
    const { state, textIsOpen } = open
    return { role, state, adviceIsOpen: open.access.kept.advice !== null, textIsOpen }
  }

  /** Whether she may know that there is such an ansökan. */
  mayRead(id: string, me: Me): boolean {
    return may(this.standingOf(id, me), 'read')
  }

  /** Keys of the sections in which she may write now, and what of them. */
  writable(id: string, me: Me, form: FormTemplate): ReadonlyMap<string, WritableKeys> {
    const standing = this.standingOf(id, me)
    if (!standing) return new Map()
    const sections = form.sections.map(section => [section.key, section.kind] as const)
    return this.#find(id)?.access.writable(standing, me.party.id, sections) ?? new Map()
  }

  documentAccess(id: string): DocumentAccess | null {
    return this.#find(id)?.access ?? null
  }

  /**
   * Whether whoever invited somebody, or made a guest link, may do that still: what she has handed out gives nobody
   * more than she has now (limits.md 44).
   */
  stands(
    id: string,
    { by, partyId, role }: { readonly by: string; readonly partyId: string; readonly role: Role },
  ): boolean {
    const [giverId = '', giverParty = ''] = by.split('@')
    const giver = this.#people.find(giverId, giverParty)
    const party = this.#people.party(partyId)
    if (!giver || !party) return false
    return rolesToGive(this.standingOf(id, giver), party.kind, partyId === giverParty).includes(role)
  }

  /** Whether an invitation can be taken: it stands, and the address belongs to that party still. */
  canBeTaken(id: string, invitation: KeptInvitation): boolean {
    return this.#people.partyOf(invitation.address)?.id === invitation.partyId && this.stands(id, invitation)
  }

  /** The invitation that has a secret; null when there is none that can be taken. */
  invitationOf(secretHash: string): FoundBySecret<KeptInvitation> | null {
    const invited = this.#bySecret(access => access.invitationOf(secretHash))
    return invited && this.canBeTaken(invited.applicationId, invited.found) ? invited : null
  }

  /** The guest link that has a secret, whether or not it `stands`; null when there is none, or it has ended. */
  guestLinkOf(secretHash: string): FoundBySecret<KeptGuestLink> | null {
    return this.#bySecret(access => access.guestLinkOf(secretHash))
  }

  /** Looks in every ansökan for what has a secret. Links are few, and tries are bounded. */
  #bySecret<T>(look: (access: DocumentAccess) => T | null): FoundBySecret<T> | null {
    for (const applicationId of this.#ids()) {
      const access = this.#find(applicationId)?.access
      const found = access ? look(access) : null
      if (found !== null) return { applicationId, found }
    }
    return null
  }

  /** The invitations by mail to an address that can be taken, in every ansökan. */
  invitationsTo(address: string): FoundBySecret<KeptInvitation>[] {
    return [...this.#ids()].flatMap(applicationId =>
      (this.#find(applicationId)?.access.invitations() ?? [])
        .filter(invitation => invitation.address === address && this.canBeTaken(applicationId, invitation))
        .map(found => ({ applicationId, found })),
    )
  }

  /** The ansökningar in which a person has a role. */
  memberships(personId: string): AccessTraces['memberships'] {
    return this.tracesOf(personId, null).memberships
  }

  /** What the access of every ansökan has of a person, and of her address, for her own data. */
  tracesOf(personId: string, address: string | null): AccessTraces {
    const found = [...this.#ids()].flatMap(id => {
      const access = this.#find(id)?.access
      return access ? [[id, access.kept] as const] : []
    })
    return accessTraces(found, personId, address)
  }

  /** Calls `changed` with the id whenever somebody's rights in an ansökan may have changed. */
  whenChanged(changed: (id: string) => void): void {
    this.#watchers.add(changed)
  }

  /** To be called after every change of who may do what. */
  tellChanged(id: string): void {
    for (const changed of this.#watchers) changed(id)
  }
}

import { createContext, useContext } from 'react'
import type { AccessAnswer, Member } from '../../shared/http/access.ts'
import type { Me } from '../../shared/http/session.ts'
import { rolesToGive, type Standing } from '../../shared/people/may.ts'
import type { Party } from '../../shared/people/person.ts'
import type { Role } from '../../shared/people/role.ts'
import type { PresentPerson } from '../../shared/sync/presence.ts'
import type { Listed } from './listed.ts'

/** Who has access to one ansökan, as its dialog shows it, and what I may do about it. */
export interface Sharing {
  readonly applicationId: string
  readonly me: Me
  readonly standing: Standing
  readonly access: AccessAnswer
  /** Those of them who are asked for. */
  readonly listed: Listed
  /** Somebody is looked for, so that not all are listed. */
  readonly isFiltered: boolean
  /**
   * Does something at the server and asks who has access now; says how it went, `done` if it went well. Gives whether
   * it did.
   */
  act(doing: () => Promise<unknown>, done: string): Promise<boolean>
  /** Says something in the dialog, politely. */
  say(words: string): void
}

export const SharingContext = createContext<Sharing | null>(null)

export function useSharing(): Sharing {
  const sharing = useContext(SharingContext)
  if (sharing === null) throw new Error('Drawn outside the dialog')
  return sharing
}

export function partyOf(access: AccessAnswer, partyId: string): Party | null {
  return access.parties.find(party => party.id === partyId) ?? null
}

/** The roles that I may give to people of a party. */
export function rolesFrom({ standing, me }: Sharing, party: Party | null): readonly Role[] {
  return party === null ? [] : rolesToGive(standing, party.kind, party.id === me.party.id)
}

/** Whether this is the last who is responsible, whom the ansökan cannot be without. */
export function isLastOwner({ members }: AccessAnswer, { personId, role }: Member): boolean {
  const isOther = (member: Member) => member.personId !== personId && member.isActive
  return role === 'ownerEditor' && !members.some(member => isOther(member) && member.role === 'ownerEditor')
}

/** Those who are responsible and can be asked, the one who reads apart. */
export function ownersIn(access: AccessAnswer | null, exceptId: string): readonly Member[] {
  const members = access?.members ?? []
  return members.filter(
    ({ role, isActive, personId }) => role === 'ownerEditor' && isActive && personId !== exceptId,
  )
}

/** A person with the sign of her party. */
export function signOf(
  person: { readonly personId: string; readonly name: string },
  party: Party | null,
): PresentPerson {
  return {
    id: person.personId,
    name: person.name,
    partyId: party?.id ?? '',
    partyName: party?.name ?? '',
    partyShortName: party?.shortName ?? '',
    colour: party?.colour ?? 6,
  }
}

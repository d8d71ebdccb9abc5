import type { AccessAnswer, Member } from '../../../shared/http/access.ts'
import { may, type Standing } from '../../../shared/people/may.ts'
import type { Party } from '../../../shared/people/person.ts'

export interface AskablePerson {
  readonly personId: string
  readonly name: string
  readonly title: string
  /** Chosen unless somebody says otherwise: those who send the round need not be sent it. */
  readonly isProposed: boolean
}

/** A party that a round can be sent to. */
export interface Askable {
  readonly party: Party
  readonly persons: readonly AskablePerson[]
  /** Nobody of it can send an answer: it has no partsansvarig. */
  readonly lacksLead: boolean
  /** Addresses of it that have been invited and have not come: nothing can be sent to them yet. */
  readonly invited: number
}

/** The parties with people who see the rounds, in the order of the parties. Guests act to the outside only, and are left out. */
export function askableIn(access: AccessAnswer, standing: Standing): readonly Askable[] {
  return access.parties.flatMap(party => {
    const members = access.members.filter(
      member =>
        member.partyId === party.id &&
        member.isActive &&
        member.guestLinkId === null &&
        may({ ...standing, role: member.role }, 'readRounds'),
    )
    if (members.length === 0) return []
    return [
      {
        party,
        persons: members.map(personOf),
        lacksLead: !members.some(({ role }) => role === 'partyLead'),
        invited: access.invitations.filter(({ partyId }) => partyId === party.id).length,
      },
    ]
  })
}

function personOf({ personId, name, title, role }: Member): AskablePerson {
  return { personId, name, title, isProposed: role !== 'ownerEditor' }
}

import type { Who } from '../../shared/http/comments.ts'
import type { Party } from '../../shared/people/person.ts'
import type { PresentPerson } from '../../shared/sync/presence.ts'

/** Whoever said something, as an avatar shows her. */
export function personSign(who: Who, parties: readonly Party[]): PresentPerson {
  const party = parties.find(({ id }) => id === who.partyId)
  return {
    id: who.personId,
    name: who.name,
    partyId: who.partyId,
    partyName: party?.name ?? '',
    partyShortName: party?.shortName ?? '',
    colour: party?.colour ?? 6,
    ...(who.isGuest ? { isGuest: true } : {}),
  }
}

import type { PresentPerson } from '../sync/presence.ts'
import type { Party, Person } from './person.ts'

/** What the others in a document may see of a person. */
export function presentPerson({
  person,
  party,
}: {
  readonly person: Person
  readonly party: Party
}): PresentPerson {
  return {
    id: person.id,
    name: person.name,
    partyId: party.id,
    partyName: party.name,
    partyShortName: party.shortName,
    colour: party.colour,
    ...(person.isGuest ? { isGuest: person.isGuest } : {}),
  }
}

import type { Me } from '../../shared/http/session.ts'
import type { Party, Person } from '../../shared/people/person.ts'

/** Who there is: persons, and the parties they act for. */
export class Directory {
  readonly #persons = new Map<string, Person>()
  readonly #parties = new Map<string, Party>()

  constructor(parties: readonly Party[], persons: readonly Person[]) {
    for (const party of parties) this.#parties.set(party.id, party)
    for (const person of persons) this.#persons.set(person.id, person)
  }

  /** A person with her party; null when either is unknown. */
  find(personId: string): Me | null {
    const person = this.#persons.get(personId)
    const party = person && this.#parties.get(person.partyId)
    return person && party ? { person, party } : null
  }

  all(): Me[] {
    return [...this.#persons.keys()].flatMap(id => this.find(id) ?? [])
  }
}

import type { Party } from '../../shared/people/person.ts'
import type { OrganisationRecord, PeopleFile, PersonRecord } from './peopleFile.ts'

/** The people of one state of the file, to be found by what they are asked for by. */
export class PeopleIndex {
  readonly file: PeopleFile
  readonly parties = new Map<string, Party>()
  /** Id of a person by her address, and by issuer and subject as JSON. */
  readonly byAddress = new Map<string, string>()
  readonly byOpenId = new Map<string, string>()
  readonly byGuestKey = new Map<string, string>()
  /** Id of a party by its mail domains. */
  readonly byDomain = new Map<string, string>()
  /** In the order of their names. */
  readonly byName: readonly (readonly [string, PersonRecord])[]

  constructor(file: PeopleFile) {
    this.file = file
    for (const [id, { name, shortName, kind, colour, mailDomains }] of Object.entries(file.organisations)) {
      this.parties.set(id, { id, name, shortName, kind, colour })
      for (const domain of mailDomains) this.byDomain.set(domain, id)
    }
    const persons = Object.entries(file.persons)
    for (const [id, { address, openIds, guestKey }] of persons) {
      if (guestKey !== null) this.byGuestKey.set(guestKey, id)
      if (address !== null) this.byAddress.set(address, id)
      for (const { issuer, subject } of openIds) this.byOpenId.set(JSON.stringify([issuer, subject]), id)
    }
    const { compare } = new Intl.Collator('sv')
    this.byName = persons.toSorted(([, one], [, other]) => compare(one.name, other.name))
  }

  person(id: string): PersonRecord | undefined {
    return Object.hasOwn(this.file.persons, id) ? this.file.persons[id] : undefined
  }

  organisation(id: string): OrganisationRecord | undefined {
    return Object.hasOwn(this.file.organisations, id) ? this.file.organisations[id] : undefined
  }
}

import type { z } from 'zod'
import type {
  changeOrganisationSchema,
  changePersonSchema,
  NewOrganisation,
  Organisation,
  PersonShown,
} from '../../../shared/http/people.ts'
import type { firstAdministratorSchema } from '../../../shared/http/signIn.ts'
import type { PartyColour } from '../../../shared/people/person.ts'
import { Refused } from '../../http/refuse.ts'
import type { JsonFile } from '../../storage/jsonFile.ts'
import { newPersonId } from '../People.ts'
import { type First, PeopleChanges } from '../PeopleChanges.ts'
import type { OrganisationRecord, PeopleFile, PersonRecord } from '../peopleFile.ts'
import { newPartyId } from './newPartyId.ts'

/** A person as she is shown, without what the ansökningar say of her. */
type KnownPerson = Omit<PersonShown, 'ownsAlone'>
type OrganisationChange = z.infer<typeof changeOrganisationSchema>
type PersonChange = z.infer<typeof changePersonSchema>
export type FirstAdministrator = Omit<z.infer<typeof firstAdministratorSchema>, 'secret'>

const colours: readonly PartyColour[] = [1, 2, 3, 4, 5, 6]

/**
 * Organisations and people, as those see and change them who look after the program. Changes are durable when they
 * resolve, and reject with `Refused` when they may not be.
 */
export class Administration {
  readonly #file: JsonFile<PeopleFile>
  readonly #now: () => number
  readonly #changes: PeopleChanges

  constructor(file: JsonFile<PeopleFile>, now: () => number, changes = new PeopleChanges(file)) {
    this.#file = file
    this.#now = now
    this.#changes = changes
  }

  /** The same, of which a change is made when `first` has resolved: see `PeopleChanges.provided`. */
  provided(first: First): Administration {
    return new Administration(this.#file, this.#now, this.#changes.provided(first))
  }

  organisations(): Organisation[] {
    const { organisations } = this.#file.data
    const { compare } = new Intl.Collator('sv')
    return Object.keys(organisations)
      .map(id => this.#organisation(id))
      .toSorted((one, other) => compare(one.name, other.name))
  }

  async addOrganisation(asked: NewOrganisation): Promise<Organisation> {
    const id = await this.#changes.make(file => {
      refuseTakenDomains(file, asked.mailDomains, null)
      const id = newPartyId(asked.shortName, file.organisations)
      file.organisations[id] = { ...asked }
      return id
    })
    return this.#organisation(id)
  }

  async changeOrganisation(id: string, asked: OrganisationChange): Promise<Organisation> {
    await this.#changes.make(file => {
      const record = ownOrganisation(file, id)
      refuseTakenDomains(file, asked.mailDomains, id)
      Object.assign(record, asked)
      return id
    })
    return this.#organisation(id)
  }

  /** Ids of at most `most` in whose name, title or address all the words occur, by name; for no words, of all. */
  persons(words: string, most: number): { readonly ids: string[]; readonly more: boolean } {
    const wanted = words.toLocaleLowerCase('sv').split(/\s+/).filter(Boolean)
    const found = Object.entries(this.#file.data.persons).filter(([, { name, title, address }]) => {
      const text = `${name} ${title} ${address ?? ''}`.toLocaleLowerCase('sv')
      return wanted.every(word => text.includes(word))
    })
    const { compare } = new Intl.Collator('sv')
    const sorted = found.toSorted(([, one], [, other]) => compare(one.name, other.name))
    return { ids: sorted.slice(0, most).map(([id]) => id), more: sorted.length > most }
  }

  /** Refuses one that is not there. */
  person(id: string): KnownPerson {
    const { persons, organisations } = this.#file.data
    const record = Object.hasOwn(persons, id) ? persons[id] : undefined
    if (!record) throw new Refused('unknownPerson')
    const { partyIds, openIds, guestKey: _guestKey, ...shown } = record
    const parties = partyIds.map(partyId => ({
      id: partyId,
      shortName: organisations[partyId]?.shortName ?? '',
    }))
    return { id, ...shown, parties, hasOpenId: openIds.length > 0 }
  }

  async changePerson(id: string, { name, title, isAdministrator }: PersonChange): Promise<KnownPerson> {
    await this.#changePerson(id, record => {
      if (isAdministrator && record.isGuest) throw new Refused('malformedRequest', ['isAdministrator'])
      Object.assign(record, { name, title, isAdministrator })
    })
    return this.person(id)
  }

  /** She has left. Her sessions are to be ended as well. */
  async deactivate(id: string, shownAs: PersonShown['shownAs']): Promise<KnownPerson> {
    await this.#changePerson(id, record => {
      record.deactivatedAt ??= new Date(this.#now()).toISOString()
      // Whoever comes back is made administrator by somebody.
      record.isAdministrator = false
      record.shownAs = shownAs
    })
    return this.person(id)
  }

  async reactivate(id: string): Promise<KnownPerson> {
    await this.#changePerson(id, record => {
      record.deactivatedAt = null
      record.shownAs = 'name'
    })
    return this.person(id)
  }

  /**
   * She is known by no sign-in of an organisation any more: the next time she is whose address it vouches for, as the
   * first time. Her sessions are to be ended as well.
   */
  async unlinkOpenIds(id: string): Promise<KnownPerson> {
    await this.#changePerson(id, record => {
      record.openIds = []
    })
    return this.person(id)
  }

  /** Adds an administrator and, when there is none of that name, her organisation. The address may be known already. */
  async makeFirst(asked: FirstAdministrator): Promise<{ personId: string; partyId: string }> {
    // The same when it is tried and when it is made.
    const newId = newPersonId()
    let who = { personId: '', partyId: '' }
    await this.#changes.make(file => {
      who = this.#addFirst(file, asked, newId)
      return who.personId
    })
    return who
  }

  #addFirst(
    file: PeopleFile,
    asked: FirstAdministrator,
    newId: string,
  ): { personId: string; partyId: string } {
    const { name, title, address, organisation } = asked
    const domain = address.slice(address.lastIndexOf('@') + 1)
    const partyId = this.#organisationNamed(file, organisation)
    const record = ownOrganisation(file, partyId)
    refuseTakenDomains(file, [domain], partyId)
    if (!record.mailDomains.includes(domain)) record.mailDomains.push(domain)
    const known = Object.entries(file.persons).find(([, person]) => person.address === address)
    if (known) {
      const [personId, person] = known
      if (!person.partyIds.includes(partyId)) throw new Refused('addressTaken', ['address'])
      Object.assign(person, { name, title, isAdministrator: true, deactivatedAt: null, shownAs: 'name' })
      return { personId, partyId }
    }
    file.persons[newId] = {
      name,
      title,
      address,
      partyIds: [partyId],
      isAdministrator: true,
      isGuest: false,
      openIds: [],
      guestKey: null,
      createdAt: new Date(this.#now()).toISOString(),
      deactivatedAt: null,
      shownAs: 'name',
    }
    return { personId: newId, partyId }
  }

  /** The id of the organisation of a name, made when there is none. */
  #organisationNamed(file: PeopleFile, organisation: FirstAdministrator['organisation']): string {
    const isSame = (name: string) =>
      name.toLocaleLowerCase('sv') === organisation.name.toLocaleLowerCase('sv')
    const known = Object.entries(file.organisations).find(([, { name }]) => isSame(name))
    if (known) return known[0]
    const taken = Object.values(file.organisations).map(({ colour }) => colour)
    const colour = colours.find(colour => !taken.includes(colour)) ?? 1
    const id = newPartyId(organisation.shortName, file.organisations)
    file.organisations[id] = { ...organisation, colour, mailDomains: [], signIn: 'mailLink' }
    return id
  }

  /** Makes a change of a person that leaves somebody to let people in and out. */
  async #changePerson(id: string, change: (record: PersonRecord) => void): Promise<void> {
    await this.#changes.make(file => {
      const had = hasAdministrator(file)
      change(ownPerson(file, id))
      if (had && !hasAdministrator(file)) throw new Refused('lastAdministrator')
      return id
    })
  }

  #organisation(id: string): Organisation {
    const { persons } = this.#file.data
    const record = ownOrganisation(this.#file.data, id)
    const people = Object.values(persons).filter(
      person => person.partyIds.includes(id) && person.deactivatedAt === null && !person.isGuest,
    )
    return { id, ...record, people: people.length }
  }
}

function ownOrganisation({ organisations }: PeopleFile, id: string): OrganisationRecord {
  const record = Object.hasOwn(organisations, id) ? organisations[id] : undefined
  if (!record) throw new Refused('unknownOrganisation')
  return record
}

function ownPerson({ persons }: PeopleFile, id: string): PersonRecord {
  const record = Object.hasOwn(persons, id) ? persons[id] : undefined
  if (!record) throw new Refused('unknownPerson')
  return record
}

/** A domain says which party an address is of, so it is of one. */
function refuseTakenDomains(file: PeopleFile, domains: readonly string[], own: string | null): void {
  for (const [id, { mailDomains }] of Object.entries(file.organisations)) {
    if (id !== own && mailDomains.some(domain => domains.includes(domain))) {
      throw new Refused('domainTaken', ['mailDomains'])
    }
  }
}

function hasAdministrator({ persons }: PeopleFile): boolean {
  return Object.values(persons).some(person => person.isAdministrator && person.deactivatedAt === null)
}

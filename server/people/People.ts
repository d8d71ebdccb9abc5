import { randomBytes } from 'node:crypto'
import type { PeopleFound } from '../../shared/http/access.ts'
import type { Me } from '../../shared/http/session.ts'
import type { Party } from '../../shared/people/person.ts'
import type { JsonFile } from '../storage/jsonFile.ts'
import { type First, PeopleChanges } from './PeopleChanges.ts'
import { PeopleIndex } from './PeopleIndex.ts'
import type { PeopleFile, PersonRecord } from './peopleFile.ts'

export type PersonFound = PeopleFound['people'][number]

export interface NewPerson {
  readonly name: string
  readonly title: string
  /** In lower case; null for guests. */
  readonly address: string | null
  readonly partyId: string
  readonly isGuest: boolean
  /** As in `people.json`; guests only. */
  readonly guestKey?: string
}

/** Somebody else has the address already. */
export class AddressTaken extends Error {}

/** To that sign-in she is somebody else, or somebody else is she. */
export class OpenIdTaken extends Error {}

/** Who there is: persons, and the parties they act for. */
export class People {
  readonly #file: JsonFile<PeopleFile>
  readonly #now: () => number
  readonly #changes: PeopleChanges
  #index: PeopleIndex | null = null

  constructor(file: JsonFile<PeopleFile>, now: () => number, changes = new PeopleChanges(file)) {
    this.#file = file
    this.#now = now
    this.#changes = changes
  }

  /** The same people, of whom a change is made when `first` has resolved: see `PeopleChanges.provided`. */
  provided(first: First): People {
    return new People(this.#file, this.#now, this.#changes.provided(first))
  }

  /** A person acting for a party; null when either is unknown, she has left, or may not act for it. */
  find(personId: string, partyId: string): Me | null {
    const record = this.#person(personId)
    if (!record || record.deactivatedAt !== null || !record.partyIds.includes(partyId)) return null
    const party = this.party(partyId)
    if (!party) return null
    const { name, title, isGuest } = record
    return { person: { id: personId, name, title, partyId, ...(isGuest ? { isGuest } : {}) }, party }
  }

  /** How a person is to be shown, also when she has left; null for nobody. */
  describe(
    personId: string,
  ): { name: string; title: string; isActive: boolean; address: string | null } | null {
    const record = this.#person(personId)
    if (!record) return null
    const { name, title, address } = record
    const isActive = record.deactivatedAt === null
    if (isActive || record.shownAs === 'name') return { name, title, isActive, address }
    const party = this.party(record.partyIds[0] ?? '')
    const former = `Tidigare medarbetare${party ? `, ${party.shortName}` : ''}`
    return { name: former, title: '', isActive, address: null }
  }

  /** Whose an address, in lower case, is. */
  byAddress(address: string): { id: string; partyIds: readonly string[]; isActive: boolean } | null {
    return this.#known(this.#fresh().byAddress.get(address))
  }

  /** Who somebody is whom an organisation's own sign-in vouches for. */
  byOpenId(
    issuer: string,
    subject: string,
  ): { id: string; partyIds: readonly string[]; isActive: boolean } | null {
    return this.#known(this.#fresh().byOpenId.get(JSON.stringify([issuer, subject])))
  }

  /** All that is kept of a person. Never to be changed, nor shown to anybody but herself. */
  record(personId: string): PersonRecord | null {
    return this.#person(personId) ?? null
  }

  /** The id of the guest who has come in this browser by this link before; null for nobody. */
  byGuestKey(guestKey: string): string | null {
    return this.#fresh().byGuestKey.get(guestKey) ?? null
  }

  /** The party whose domain an address, in lower case, has. */
  partyOf(address: string): Party | null {
    const partyId = this.#fresh().byDomain.get(address.slice(address.lastIndexOf('@') + 1))
    return partyId === undefined ? null : this.party(partyId)
  }

  party(id: string): Party | null {
    return this.#fresh().parties.get(id) ?? null
  }

  parties(): readonly Party[] {
    return [...this.#fresh().parties.values()]
  }

  /** How people of a party get in; null when there is no such party. */
  signInOf(partyId: string): 'mailLink' | 'openId' | null {
    return this.#fresh().organisation(partyId)?.signIn ?? null
  }

  /**
   * At most `most` people of these parties in whose name, title or address all the words occur, by name. Nobody for no
   * words. Guests and those who have left are not found.
   */
  search(words: string, partyIds: ReadonlySet<string>, most: number): PersonFound[] {
    const wanted = words.toLocaleLowerCase('sv').split(/\s+/).filter(Boolean)
    if (wanted.length === 0) return []
    const found: PersonFound[] = []
    for (const [personId, record] of this.#fresh().byName) {
      if (found.length === most) break
      const partyId = record.partyIds.find(id => partyIds.has(id))
      if (partyId === undefined || record.isGuest || record.deactivatedAt !== null) continue
      const { name, title, address } = record
      const text = `${name} ${title} ${address ?? ''}`.toLocaleLowerCase('sv')
      if (wanted.every(word => text.includes(word))) found.push({ personId, name, title, partyId, address })
    }
    return found
  }

  /** Those who act for a party, guests aside, by name. */
  colleagues(partyId: string): { id: string; name: string; title: string }[] {
    return this.#fresh().byName.flatMap(([id, { isGuest, name, title }]) =>
      isGuest || !this.find(id, partyId) ? [] : [{ id, name, title }],
    )
  }

  isAdministrator(personId: string): boolean {
    const record = this.#person(personId)
    return record?.isAdministrator === true && record.deactivatedAt === null
  }

  isGuest(personId: string): boolean {
    return this.#person(personId)?.isGuest ?? false
  }

  /** Adds a person, and gives her id. Durable when resolved. Rejects with `AddressTaken`. */
  async add(person: NewPerson): Promise<string> {
    const id = newPersonId()
    return await this.#changes.make(file => {
      if (idOf(file, person) !== null) throw new AddressTaken()
      file.persons[id] = this.#recordOf(person)
      return id
    })
  }

  /** The same; but gives who has the address or the guest key already, or is getting it this very moment. */
  async addUnlessKnown(person: NewPerson): Promise<string> {
    const id = newPersonId()
    let known: string | null = null
    await this.#changes.make(file => {
      known = idOf(file, person)
      if (known !== null) return null
      file.persons[id] = this.#recordOf(person)
      return id
    })
    return known ?? id
  }

  /** Corrects a person's name and title. Durable when resolved. */
  async correct(personId: string, name: string, title: string): Promise<void> {
    await this.#change(personId, record => {
      record.name = name
      record.title = title
    })
  }

  /** A guest who has been put out does not come in again in her browser. Durable when resolved. */
  async putOut(guestId: string): Promise<void> {
    await this.#change(guestId, record => {
      record.deactivatedAt ??= new Date(this.#now()).toISOString()
    })
  }

  /**
   * From now on this is who she is to that sign-in. Durable when resolved; false when it was so before. Rejects with
   * `OpenIdTaken`.
   */
  async addOpenId(personId: string, issuer: string, subject: string): Promise<boolean> {
    const changed = await this.#changes.make(file => {
      for (const [id, { openIds }] of Object.entries(file.persons)) {
        const taken = openIds.some(
          openId => openId.issuer === issuer && (openId.subject === subject) !== (id === personId),
        )
        if (taken) throw new OpenIdTaken()
      }
      const record = file.persons[personId]
      if (!record) throw new Error(`There is no person ${personId}.`)
      if (record.openIds.some(openId => openId.issuer === issuer)) return null
      record.openIds.push({ issuer, subject })
      return personId
    })
    return changed !== null
  }

  #recordOf({ name, title, address, partyId, isGuest, guestKey }: NewPerson): PersonRecord {
    return {
      name,
      title,
      address,
      partyIds: [partyId],
      isAdministrator: false,
      isGuest,
      openIds: [],
      guestKey: guestKey ?? null,
      createdAt: new Date(this.#now()).toISOString(),
      deactivatedAt: null,
      shownAs: 'name',
    }
  }

  async #change(personId: string, change: (record: PersonRecord) => void): Promise<void> {
    await this.#changes.make(file => {
      const record = file.persons[personId]
      if (!record) throw new Error(`There is no person ${personId}.`)
      change(record)
      return personId
    })
  }

  #known(id: string | undefined): { id: string; partyIds: readonly string[]; isActive: boolean } | null {
    const record = id === undefined ? undefined : this.#person(id)
    if (id === undefined || !record) return null
    return { id, partyIds: record.partyIds, isActive: record.deactivatedAt === null }
  }

  #person(id: string): PersonRecord | undefined {
    return this.#fresh().person(id)
  }

  /** The index of what is on disk now. */
  #fresh(): PeopleIndex {
    const { data } = this.#file
    if (this.#index?.file !== data) this.#index = new PeopleIndex(data)
    return this.#index
  }
}

export function newPersonId(): string {
  return randomBytes(10).toString('hex')
}

/** Who has the address or the guest key of somebody new; null for nobody. */
function idOf({ persons }: PeopleFile, { address, guestKey }: NewPerson): string | null {
  const isSame = (person: PersonRecord) =>
    (address !== null && person.address === address) ||
    (guestKey !== undefined && person.guestKey === guestKey)
  return Object.entries(persons).find(([, person]) => isSame(person))?.[0] ?? null
}

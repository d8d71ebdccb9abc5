import type { PeopleFound } from '../../shared/http/access.ts'

export type PersonFound = PeopleFound['people'][number]

/** Somebody chosen to be let in: one whom the program knows, or an address. */
export type Chosen =
  | { readonly is: 'person'; readonly key: string; readonly person: PersonFound }
  | { readonly is: 'address'; readonly key: string; readonly address: string }

export function chosenPerson(person: PersonFound): Chosen {
  return { is: 'person', key: person.address ?? person.personId, person }
}

export function chosenAddress(address: string): Chosen {
  return { is: 'address', key: address, address }
}

export function nameOf(chosen: Chosen): string {
  return chosen.is === 'person' ? chosen.person.name : chosen.address
}

/** Those chosen and more, each once. */
export function withMore(chosen: readonly Chosen[], more: readonly Chosen[]): readonly Chosen[] {
  const known = new Set(chosen.map(({ key }) => key))
  return [...chosen, ...more.filter(({ key }) => !known.has(key) && known.add(key))]
}

import type { Party, Person } from '../../shared/people/person.ts'
import type { PeopleFile } from '../people/peopleFile.ts'

/** The parties of the demo: four that apply together, and the förbund that they apply to. */
export const demoParties: readonly Party[] = [
  { id: 'heby', name: 'Heby kommun', shortName: 'Heby', kind: 'kommun', colour: 1 },
  { id: 'af', name: 'Arbetsförmedlingen', shortName: 'AF', kind: 'arbetsformedlingen', colour: 2 },
  { id: 'fk', name: 'Försäkringskassan', shortName: 'FK', kind: 'forsakringskassan', colour: 3 },
  { id: 'region', name: 'Region Uppsala', shortName: 'Regionen', kind: 'region', colour: 4 },
  {
    id: 'forbund',
    name: 'Samordningsförbundet Uppsala län',
    shortName: 'Förbundet',
    kind: 'forbund',
    colour: 5,
  },
]

/**
 * Invented persons: one at each party, the processledare, who starts the ansökan, first; and last the administrator of
 * the program, who has no part in any ansökan.
 */
export const demoPersons: readonly Person[] = [
  { id: 'anna', name: 'Anna Lindholm', title: 'processledare', partyId: 'heby' },
  { id: 'karim', name: 'Karim Sandell', title: 'handläggare', partyId: 'af' },
  { id: 'elin', name: 'Elin Norgren', title: 'handläggare', partyId: 'fk' },
  { id: 'sofia', name: 'Sofia Hedman', title: 'chef', partyId: 'region' },
  { id: 'per', name: 'Per Vallgren', title: 'kanslihandläggare', partyId: 'forbund' },
  { id: 'ingrid', name: 'Ingrid Falk', title: 'systemadministratör', partyId: 'heby' },
]

const administratorId = 'ingrid'

/** What `people.json` is begun with in the demo: `anna@heby.example` and so on. */
export function demoPeople(createdAt: string): PeopleFile {
  const people: PeopleFile = { organisations: {}, persons: {} }
  for (const { id, ...party } of demoParties) {
    people.organisations[id] = { ...party, mailDomains: [`${id}.example`], signIn: 'mailLink' }
  }
  for (const { id, name, title, partyId } of demoPersons) {
    people.persons[id] = {
      name,
      title,
      address: `${id}@${partyId}.example`,
      partyIds: [partyId],
      isAdministrator: id === administratorId,
      isGuest: false,
      openIds: [],
      guestKey: null,
      createdAt,
      deactivatedAt: null,
      shownAs: 'name',
    }
  }
  return people
}

import type { Party, Person } from '../../shared/people/person.ts'

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

/** One invented person at each party; the processledare, who starts the ansökan, is first. */
export const demoPersons: readonly Person[] = [
  { id: 'anna', name: 'Anna Lindholm', title: 'processledare', partyId: 'heby' },
  { id: 'karim', name: 'Karim Sandell', title: 'handläggare', partyId: 'af' },
  { id: 'elin', name: 'Elin Norgren', title: 'handläggare', partyId: 'fk' },
  { id: 'sofia', name: 'Sofia Hedman', title: 'chef', partyId: 'region' },
  { id: 'per', name: 'Per Vallgren', title: 'kanslihandläggare', partyId: 'forbund' },
]

import { expect, it } from 'vitest'
import { demoParties, demoPeople, demoPersons } from '../../../server/demo/demoPersons.ts'

it('The demo has one person at each party, the processledare of the municipality first, and an administrator', () => {
  const [administrator] = demoPersons.slice(-1)
  expect(demoPersons.slice(0, -1).map(({ partyId }) => partyId)).toEqual(demoParties.map(({ id }) => id))
  expect(demoPersons[0]).toMatchObject({ partyId: 'heby', title: 'processledare' })
  const { persons } = demoPeople('2026-11-22T08:00:00.000Z')
  const administrators = Object.keys(persons).filter(id => persons[id]?.isAdministrator)
  expect(administrators).toEqual([administrator?.id])
})

it('The demo tells its parties apart by name, short name and colour', () => {
  for (const property of ['id', 'name', 'shortName', 'kind', 'colour'] as const) {
    expect(new Set(demoParties.map(party => party[property])).size).toBe(demoParties.length)
  }
})

import { expect, it } from 'vitest'
import { demoParties, demoPersons } from '../../../server/demo/demoPersons.ts'

it('The demo has one person at each party, the processledare of the municipality first', () => {
  expect(demoPersons.map(({ partyId }) => partyId)).toEqual(demoParties.map(({ id }) => id))
  expect(demoPersons[0]).toMatchObject({ partyId: 'heby', title: 'processledare' })
})

it('The demo tells its parties apart by name, short name and colour', () => {
  for (const property of ['id', 'name', 'shortName', 'kind', 'colour'] as const) {
    expect(new Set(demoParties.map(party => party[property])).size).toBe(demoParties.length)
  }
})

import { describe, expect, it } from 'vitest'
import { type Column, columnFor, limitedIn, limitsOf } from '../../../client/access/columns.ts'
import type { Party } from '../../../shared/people/person.ts'

const party = (id: string, name: string, shortName: string): Party => ({
  ...{ id, name, shortName },
  kind: 'kommun',
  colour: 1,
})
const heby = party('heby', 'Heby kommun', 'Heby')
const af = party('af', 'Arbetsförmedlingen', 'AF')
const fk = party('fk', 'Försäkringskassan', 'FK')
const region = party('region', 'Region Uppsala', 'Region')
const parties = [heby, af, fk, region]

const columnsOf = (...names: string[]): Column[] => names.map((name, index) => ({ key: `k${index}`, name }))

describe('the column that is proposed for a party', () => {
  it.each([
    ['its name', fk, 'Försäkringskassan'],
    ['its name in other letters', fk, ' FÖRSÄKRINGSKASSAN '],
    ['its short name', af, 'AF'],
    ['its name and a place', fk, 'Försäkringskassan, Uppsala län'],
    ['its short name and a place', af, 'AF Uppsala'],
    ['a part of its name', heby, 'Heby'],
  ])('has %s', (_what, of, name) => {
    expect(columnFor(of, columnsOf('Uppsala kommun', name))?.key).toBe('k1')
  })

  it.each([
    ['another municipality’s', heby, ['Uppsala kommun']],
    ['a name in which its own only begins', party('ab', 'AB', 'AB'), ['Abc']],
    ['that of two of its name', fk, ['Försäkringskassan', 'försäkringskassan']],
    ['that of two which both may be it', region, ['Region Uppsala norr', 'Region Uppsala söder']],
    ['one without a name', fk, ['']],
    ['one of signs', fk, ['–']],
    ['any where there are none', fk, []],
  ])('is not %s', (_what, of, names) => {
    expect(columnFor(of, columnsOf(...names))).toBeNull()
  })

  it('is the one that is called exactly as the party, before those that are called more', () => {
    expect(columnFor(region, columnsOf('Region Uppsala folkhälsa', 'Region Uppsala'))?.key).toBe('k1')
  })
})

describe('what parties are limited to', () => {
  const columns = columnsOf('Heby kommun', 'Arbetsförmedlingen', 'Försäkringskassan')

  it('is proposed by name while nobody is limited, but not for the party whose form it is', () => {
    const limits = limitsOf(parties, columns, undefined, 'heby')
    expect(limitedIn(limits)).toEqual([
      { partyId: 'af', column: 'k1' },
      { partyId: 'fk', column: 'k2' },
    ])
  })

  it('is what has been decided once somebody is', () => {
    const limited = [
      { partyId: 'fk', column: 'gone' },
      { partyId: 'region', column: null },
    ]
    const limits = limitsOf(parties, columns, { is: 'columns', limited }, 'heby')
    expect(limitedIn(limits)).toEqual(limited)
    expect(limits.get('af')).toEqual({ is: 'all' })
  })
})

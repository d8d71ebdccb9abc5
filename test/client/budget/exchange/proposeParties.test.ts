import { describe, expect, it } from 'vitest'
import { proposeParties } from '../../../../client/budget/exchange/proposeParties.ts'
import { party } from '../../../shared/budget/budgets.ts'
import { workbook } from './builders.ts'

const parties = [
  party('owner', 'Heby kommun'),
  party('af', 'Arbetsförmedlingen'),
  party('fk', 'Försäkringskassan'),
  party('region', 'Region Uppsala'),
]

const proposed = (...names: (string | null)[]) => proposeParties(workbook(names, []).parties, parties)

describe('the party that a column is proposed as', () => {
  it('is the one of its name, in any order and spelling', () => {
    expect(proposed('heby  KOMMUN', 'Region Uppsala', 'Forsakringskassan')).toEqual(['owner', 'region', 'fk'])
  })

  it('is the one that it is short for', () => {
    expect(proposed('Heby', 'AF', 'FK', 'Region')).toEqual(['owner', 'af', 'fk', 'region'])
  })

  it('is the owner for the owner, whatever its name', () => {
    expect(proposed('Kommunen', 'AF')).toEqual(['owner', 'af'])
  })

  it('is never one twice, and none where there is no telling', () => {
    expect(proposed('Heby kommun', 'Heby kommun', 'Landstinget', null)).toEqual(['owner', null, null, null])
  })

  it('is the one with its key where the name has been changed in the form', () => {
    const [column] = workbook(['Gamla kommunen'], []).parties
    const own = column ? [{ ...column, key: 'owner' }] : []
    expect(proposeParties(own, [party('owner', 'Nya kommunen')])).toEqual(['owner'])
  })

  it('is the one with its key where it has no name', () => {
    const [, column] = workbook(['x', null], []).parties
    expect(proposeParties(column ? [{ ...column, key: 'af' }] : [], parties)).toEqual(['af'])
  })
})

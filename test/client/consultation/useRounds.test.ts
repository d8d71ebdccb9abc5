import { expect, it } from 'vitest'
import { withRound } from '../../../client/consultation/useRounds.ts'
import { round } from './made.ts'

it('A round that has changed takes the place of what it was, and a new one comes last', () => {
  const [first, second] = [round({ number: 1 }), round({ number: 2 })]
  const changed = round({ number: 1, closesOn: '2024-06-01' })
  expect(withRound([first, second], changed)).toEqual([changed, second])
  expect(withRound([first], second)).toEqual([first, second])
})

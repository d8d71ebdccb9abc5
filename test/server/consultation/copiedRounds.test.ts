import { expect, it } from 'vitest'
import { copiedRounds } from '../../../server/consultation/copiedRounds.ts'
import { standingOfRound } from '../../../server/consultation/DocumentRounds.ts'
import { linesOfRounds } from '../../../server/consultation/linesOfRounds.ts'
import type { KeptRound } from '../../../server/consultation/roundsFile.ts'
import { seesReply } from '../../../shared/consultation/roundRules.ts'
import { keptReply, keptRound } from './keptRound.ts'

const copied = (round: KeptRound) =>
  copiedRounds({ rounds: [round], due: [] }, '2024-05-23T00:00:00.000Z').rounds

/** Whether another authority that was asked sees what Försäkringskassan answered; and what the list says of it. */
function seenIn(rounds: readonly KeptRound[]): [boolean, string | undefined] {
  const standing = { role: 'partyLead', state: 'draft', adviceIsOpen: false, textIsOpen: false } as const
  const asking = { partyId: 'af', isGuest: false }
  const sees = rounds.map(round => seesReply(standing, asking, standingOfRound(round), 'fk'))
  return [sees[0] ?? false, linesOfRounds(rounds, partyId => partyId)[1]?.text]
}

it('a copy of a round that goes on shows nobody the answers that were not to be seen before it was over', () => {
  const round = keptRound({ replies: [keptReply('fk', { stance: 'opposes' })] })
  expect(seenIn(copied(round))).toEqual([false, 'Remissvar från fk.'])
  const published = { by: 'anna@heby', at: '2024-05-24T10:00:00.000Z' }
  expect(seenIn([{ ...round, ...copied(round)[0], published }])[0]).toBe(true)
})

it.each([
  [
    'was over already',
    { over: { why: 'closed', reason: '', by: 'anna@heby', at: '2024-05-22T12:00:00.000Z' } },
  ],
  ['closed by itself', { over: { why: 'dayPassed', reason: '', by: null, at: '2024-05-22T22:00:00.000Z' } }],
  ['showed them when they were sent', { repliesAreSeen: 'whenSent' }],
] as const)('a copy of a round that %s shows them as it did', (_, changes) => {
  const round = keptRound({ replies: [keptReply('fk', { stance: 'opposes' })], ...changes })
  expect(seenIn(copied(round))).toEqual([true, 'Remissvar från fk: avstyrker.'])
})

import { expect, it } from 'vitest'
import { ownRounds } from '../../../server/consultation/ownRounds.ts'
import { keptReply, keptRound } from './keptRound.ts'

const at = (day: number) => `2024-05-${day}T10:00:00.000Z`

it('one’s own data has all that one has done in rounds, in order, and nothing that others have', () => {
  const opposition = { is: 'recorded' as const, reason: 'Det står fast.', by: 'anna@heby', at: at(28) }
  const answer = {
    verdict: 'met' as const,
    reason: 'Ändrat.',
    changedSection: null,
    by: 'anna@heby',
    at: at(27),
  }
  const round = keptRound({
    message: 'Välkommen med svar.',
    extensions: [{ from: null, by: 'anna@heby', at: at(18) }],
    recipients: [
      {
        ...{ partyId: 'af', personIds: ['karim'], openedAt: at(18) },
        ...{ draftId: null, draftBy: null, draftedAt: null },
        ...{
          isReplacing: false,
          reminders: [
            { at: at(20), by: null },
            { at: at(21), by: 'anna@heby' },
          ],
        },
      },
    ],
    replies: [
      keptReply('af', { sentBy: 'karim@af', summary: 'Vi avstyrker.', opposition, answers: { a: answer } }),
    ],
    over: { why: 'closed', reason: '', by: 'anna@heby', at: at(25) },
    published: { by: 'anna@heby', at: at(29) },
  })
  const of = (personId: string) => ownRounds('prov', [round], personId).map(({ did, text }) => [did, text])
  expect(of('anna')).toEqual([
    ['sent', 'Välkommen med svar.'],
    ['extended', ''],
    ['reminded', ''],
    ['ended', ''],
    ['remarkAnswered', 'Ändrat.'],
    ['recorded', 'Det står fast.'],
    ['published', ''],
  ])
  expect(of('karim')).toEqual([
    ['asked', ''],
    ['replied', 'Vi avstyrker.'],
  ])
  expect(of('elin')).toEqual([])
})

import { describe, expect, it } from 'vitest'
import { compilation, stillOpposing } from '../../../shared/consultation/compilation.ts'
import { form2024 } from '../../../shared/form/forms/2024/form.ts'
import type { Purpose } from '../../../shared/http/consultation.ts'
import type { Reply, Stance } from '../../../shared/http/replies.ts'
import { anna, reply, round, said } from '../../server/consultation/compilation/smallRound.ts'

const answer = {
  verdict: 'met',
  reason: '',
  changedSection: null,
  by: anna,
  at: '2024-05-28T08:00:00.000Z',
} as const

/** The rows as lines: heading, and in each cell the ids of what is said there. */
const drawn = ({ rows }: ReturnType<typeof compilation>) =>
  rows.map(({ section, cells }) => [
    section?.key ?? 'whole',
    ...cells.map(cell => cell.map(one => one.remark.id).join()),
  ])

const replies: readonly Reply[] = [
  reply('fk', {
    remarks: [
      said('f1', { section: 'budgetAmount' }),
      said('f2'),
      said('f3', { section: 'background' }),
      said('f4', { section: 'nowhere' }),
      said('f5', { section: 'background' }),
    ],
    answers: { f3: answer, f2: answer },
  }),
  reply('af', { stance: 'opposes', remarks: [said('a1', { section: 'background' })] }),
]

describe('a sammanställning', () => {
  it('has a column for each party, the whole first, then the sections in the order of the form', () => {
    const whole = compilation(round(), replies, form2024)
    expect(whole.parties.map(({ shortName, reply }) => [shortName, reply?.stance ?? null])).toEqual([
      ['AF', 'opposes'],
      ['FK', 'endorsesWithRemarks'],
      ['Region', null],
    ])
    expect(drawn(whole)).toEqual([
      ['whole', '', 'f2,f4', ''],
      ['background', 'a1', 'f3,f5', ''],
      ['budgetAmount', '', 'f1', ''],
    ])
    expect(whole.counts).toEqual({ remarks: 6, answered: 2, unanswered: 4, opposing: 1 })
  })

  it('numbers the remarks as the party wrote them', () => {
    const { rows } = compilation(round(), replies, form2024)
    expect(rows.map(({ cells }) => cells[1]?.map(({ number }) => number))).toEqual([[2, 4], [3, 5], [1]])
  })

  it('leaves an answer that was replaced out', () => {
    const before = reply('fk', { replacedAt: '2024-05-23T10:00:00.000Z', remarks: [said('old')] })
    const whole = compilation(round(), [before, reply('fk', { number: 2 })], form2024)
    expect(whole.rows).toEqual([])
    expect(whole.parties[1]?.reply?.number).toBe(2)
  })

  it('says nothing of a round that nobody has answered', () => {
    const whole = compilation(round(), [], form2024)
    expect(whole.rows).toEqual([])
    expect(whole.counts).toEqual({ remarks: 0, answered: 0, unanswered: 0, opposing: 0 })
  })
})

describe('a party that opposes still', () => {
  const answers = (
    number: number,
    stance: Stance,
    changes: Partial<Reply> = {},
    purpose: Purpose = 'remarks',
  ) => ({
    ...{ number, purpose },
    replies: [reply('fk', { stance, ...changes })],
  })
  const opposition = { is: 'recorded', reason: 'x', by: anna, at: '2024-05-28T08:00:00.000Z' } as const

  it('did so in the newest round that it answered', () => {
    expect(stillOpposing([answers(1, 'opposes')])).toEqual([{ partyId: 'fk', round: 1 }])
    expect(stillOpposing([answers(2, 'endorses'), answers(1, 'opposes')])).toEqual([])
    expect(stillOpposing([answers(1, 'endorses'), answers(2, 'opposes')])).toEqual([
      { partyId: 'fk', round: 2 },
    ])
    expect(
      stillOpposing([answers(1, 'opposes'), { number: 2, purpose: 'remarks', replies: [] }]),
    ).toHaveLength(1)
  })

  it('does not when it was lifted or recorded, or another answer was sent instead', () => {
    expect(stillOpposing([answers(1, 'opposes', { opposition })])).toEqual([])
    expect(stillOpposing([answers(1, 'opposes', { replacedAt: '2024-05-23T10:00:00.000Z' })])).toEqual([])
  })

  it('does when it has only read proof since, and from there when it opposes in that', () => {
    expect(stillOpposing([answers(1, 'opposes'), answers(2, 'abstains', {}, 'proof')])).toHaveLength(1)
    expect(stillOpposing([answers(1, 'endorses'), answers(2, 'opposes', {}, 'proof')])).toEqual([
      { partyId: 'fk', round: 2 },
    ])
  })
})

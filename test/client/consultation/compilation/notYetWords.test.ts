import { describe, expect, it } from 'vitest'
import { notYetWords } from '../../../../client/consultation/compilation/notYetWords.ts'
import { texts } from '../../../../client/text/text.ts'
import { compilation } from '../../../../shared/consultation/compilation.ts'
import { form2024 } from '../../../../shared/form/forms/2024/form.ts'
import type { Round } from '../../../../shared/http/consultation.ts'
import type { Reply } from '../../../../shared/http/replies.ts'
import { round } from '../made.ts'
import { reply, said } from './said.ts'

const mine = {
  ...{ partyId: 'af', draftId: null, draftBy: null, mayDraft: false, maySend: false },
  ...{ mayReplace: false, mayLift: false },
}
const party = { isHolder: false, isGuest: false }
const someone = { by: round().sentBy, at: '2024-05-27T07:00:00.000Z' }
const over = { why: 'closed', reason: '', ...someone } as const

function told(changes: Partial<Round>, reader = party, replies: readonly Reply[] = []): readonly string[] {
  const asked = round(changes)
  return notYetWords(texts.sv, asked, compilation(asked, replies, form2024), reader)
}

describe('What is said of what is not shown yet', () => {
  it('is nothing to the owner, and to nobody when it has been published', () => {
    expect(told({ mine }, { ...party, isHolder: true })).toEqual([])
    expect(told({ mine, published: someone })).toEqual([])
    expect(told({}, { ...party, isGuest: true })).not.toEqual([])
  })

  it('is when the others’ answers come, to a party that was asked', () => {
    const [others, answers] = told({ mine })
    expect(others).toMatch(
      /^De andra parternas svar visas när remissen är avslutad\. Svarsdatumet är fre 24 maj/,
    )
    expect(answers).toBe(
      'Svaren på synpunkterna visas när Anna Lindholm har visat sammanställningen för parterna.',
    )
    expect(told({ mine, closesOn: null })[0]).toBe('De andra parternas svar visas när remissen är avslutad.')
    const seen = [reply('af', { remarks: [said('r1')] })]
    expect(told({ mine, over }, party, seen)).toEqual([answers])
    expect(told({ mine, repliesAreSeen: 'whenSent' }, party, seen)).toEqual([answers])
  })

  it('is that it waits for the owner, to guests and to those who were not asked', () => {
    for (const [asked, reader] of [
      [{ mine: null }, party],
      [{ mine }, { ...party, isGuest: true }],
    ] as const)
      expect(told(asked, reader)).toEqual([
        expect.stringContaining('Du ser den när Anna Lindholm har gått igenom svaren'),
      ])
  })
})

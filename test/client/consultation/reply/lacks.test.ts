import { describe, expect, it } from 'vitest'
import { lacksOf, readDraft } from '../../../../client/consultation/reply/replyDraft.ts'
import { texts } from '../../../../client/text/text.ts'
import type { Stance } from '../../../../shared/http/replies.ts'
import { addRemark, emptyDraft, write } from './draft.ts'

const draftWith = (stance: Stance | null, summary: string, remarks: readonly string[]) => {
  const doc = emptyDraft()
  doc.getMap('stance').set('stance', stance)
  write(doc, 'summary', ['text'], summary)
  for (const words of remarks) addRemark(doc, null, words)
  return doc
}

const lacks = (...said: Parameters<typeof draftWith>) =>
  lacksOf(readDraft(draftWith(...said)).content).map(({ is, root }) => [is, root])

describe('Before an answer can be sent it is said', () => {
  it('that a stance is to be chosen', () => {
    expect(lacks(null, 'Bra.', [])).toEqual([['stance', 'stance']])
  })

  it('that there are to be remarks, where the stance says that there are', () => {
    expect(lacks('endorsesWithRemarks', 'Bra.', [])).toEqual([['remarks', 'remarks']])
    expect(lacks('endorsesWithRemarks', '', ['Två år.'])).toEqual([])
  })

  it('that an opposing party is to say why, in the summary or in a remark', () => {
    expect(lacks('opposes', ' ', [])).toEqual([['reason', 'summary']])
    expect(lacks('opposes', 'För dyrt.', [])).toEqual([])
    expect(lacks('opposes', '', ['För dyrt.'])).toEqual([])
  })

  it('that what is too long is to be shortened', () => {
    expect(lacks('endorses', 'x'.repeat(10_001), ['x'.repeat(10_001)])).toEqual([
      ['longSummary', 'summary'],
      ['longRemark', 'remarks'],
    ])
  })

  it('nothing, of an answer that endorses and says no more', () => {
    expect(lacks('endorses', '', [])).toEqual([])
    expect(lacks('abstains', '', [])).toEqual([])
  })

  it('how many remarks say nothing, and so are not sent', () => {
    const { content, emptyRemarks } = readDraft(draftWith('endorses', '', ['', ' ', 'Två år.']))
    expect([content.remarks.length, emptyRemarks]).toEqual([1, 2])
  })

  it.each(['sv', 'en'] as const)('in words for each of them (%s)', language => {
    const { lacks: words } = texts[language].reply
    expect(Object.values(words).every(sentence => /\.$/.test(sentence))).toBe(true)
  })
})

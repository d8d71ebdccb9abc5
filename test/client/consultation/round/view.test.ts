import { expect, it } from 'vitest'
import { questionOf, viewIn, views } from '../../../../client/consultation/round/view.ts'

const second = { versionBefore: { number: 2, label: '1.0' } }

it('an address says what is read, and what was sent is read without a word of it', () => {
  for (const view of views) expect(viewIn(questionOf(view), second)).toBe(view)
  expect(questionOf('sent')).toBe('')
  expect(viewIn('?visa=vad-som-helst', second)).toBe('sent')
})

it('the first round has none before it to be compared with', () => {
  expect(viewIn(questionOf('before'), { versionBefore: null })).toBe('sent')
  expect(viewIn(questionOf('today'), { versionBefore: null })).toBe('today')
})

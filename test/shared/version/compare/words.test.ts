import { describe, expect, it } from 'vitest'
import { Vocabulary, wordsOf } from '../../../../shared/version/compare/words.ts'
import { seeded } from '../../form/seeded.ts'
import { madeUpWords } from './generated.ts'

function words(text: string): string[] {
  const { starts, ends } = wordsOf(text, new Vocabulary())
  return Array.from(starts, (start, index) => text.slice(start, ends[index]))
}

describe('words', () => {
  it.each([
    [
      '[WORD1] a number with its thousands',
      '10 256 000 kr, 1\u00a0000 och 2\u202f500,50',
      ['10 256 000', 'kr', ',', '1\u00a0000', 'och', '2\u202f500,50'],
    ],
    ['[WORD1] a year before a number', 'år 2025 160 personer', ['år', '2025', '160', 'personer']],
    ['[WORD1] a day', 'den 2025-01-01.', ['den', '2025-01-01', '.']],
    ['[WORD1] a span of figures', '50–70 och 0,8 %', ['50', '–', '70', 'och', '0,8', '%']],
    ['[WORD2] a compound', 'e-post, vård- och l’été', ['e-post', ',', 'vård', '-', 'och', 'l’été']],
    [
      '[WORD2] an address',
      'se https://a.example/b?c=1, a.b@c.example.',
      ['se', 'https://a.example/b?c=1', ',', 'a.b@c.example', '.'],
    ],
    ['[WORD3] a sign', '(Nu!) "så"', ['(', 'Nu', '!', ')', '"', 'så', '"']],
    ['[WORD3] a line break', 'ett\n två', ['ett', '\n', 'två']],
    ['[WORD4] a grapheme', 'e\u0301n 👩‍👩‍👧🇸🇪 \u0301x', ['e\u0301n', '👩‍👩‍👧', '🇸🇪', ' \u0301x']],
    ['spaces of all kinds are none', ' a\u00a0 \t b\u2009', ['a', 'b']],
    ['no text', '', []],
  ])('%s', (_, text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  it('stand in order, without a gap that is more than a space', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const text = madeUpWords(seeded(seed), 30, false)
      const { starts, ends } = wordsOf(text, new Vocabulary())
      let last = 0
      for (const [index, start] of starts.entries()) {
        expect(text.slice(last, start).trim(), `seed ${seed}`).toBe('')
        expect(start, `seed ${seed}`).toBeGreaterThanOrEqual(last)
        last = ends[index] ?? 0
      }
      expect(text.slice(last).trim(), `seed ${seed}`).toBe('')
    }
  })
})

import { describe, expect, it } from 'vitest'
import type { BudgetSum } from '../../../../shared/budget/budgetFigure.ts'
import type { Inline } from '../../../../shared/document/blockContent.ts'
import { applySegments } from '../../../../shared/version/compare/applySegments.ts'
import { Comparer } from '../../../../shared/version/compare/Comparer.ts'
import { compareText } from '../../../../shared/version/compare/compareText.ts'
import type { Segment } from '../../../../shared/version/compare/comparison.ts'
import { segmentsText as textOf } from '../../../../shared/version/compare/differenceText.ts'
import { joinRuns } from '../../../../shared/version/compare/flatText.ts'
import { seeded } from '../../form/seeded.ts'
import { editedText, madeUpWords } from './generated.ts'
import { segmentsText } from './inPlainText.ts'

const plain = (text: string): Inline[] => joinRuns([{ type: 'text', text }])

function compared(before: readonly Inline[], after: readonly Inline[]): Segment[] {
  const segments = compareText(before, after, new Comparer())
  expect(applySegments(before, segments)).toEqual(joinRuns(after))
  return segments
}

function marked(before: string, after: string): string {
  return segmentsText(compared(plain(before), plain(after)))
}

describe('a changed text', () => {
  it.each([
    // One word, one sign, one figure.
    ['Två coacher ger stöd.', 'Tre coacher ger stöd.', '[-Två-]{+Tre+} coacher ger stöd.'],
    ['Vi söker medel', 'Vi söker medel.', 'Vi söker medel{+.+}'],
    ['cirka 100 000 kr', 'cirka 150 000 kr', 'cirka [-100 000-]{+150 000+} kr'],
    ['cirka 100 000 kr', 'cirka 100\u00a0000 kr', 'cirka [-100 000-]{+100\u00a0000+} kr'],
    ['summan 10\u202f256\u202f000', 'summan 10 256 001', 'summan [-10\u202f256\u202f000-]{+10 256 001+}'],
    ['från 2025-01-01 till', 'från 2025-03-01 till', 'från [-2025-01-01-]{+2025-03-01+} till'],
    ['andelen är 3,5 procent', 'andelen är 3,7 procent', 'andelen är [-3,5-]{+3,7+} procent'],
    [
      'skriv till a@b.example nu',
      'skriv till c@b.example nu',
      'skriv till [-a@b.example-]{+c@b.example+} nu',
    ],
    // Spaces go with what is new or gone.
    ['Parterna samverkar.', 'De fyra parterna samverkar.', '[-Parterna-]{+De fyra parterna+} samverkar.'],
    ['en grupp', 'en bred grupp', 'en {+bred +}grupp'],
    ['en bred grupp', 'en grupp', 'en [-bred -]grupp'],
    ['Slut.', 'Slut. Och mer.', 'Slut.{+ Och mer.+}'],
    ['ett  två', 'ett två', 'ett[-  -]{+ +}två'],
    ['Heby kommun deltar', 'Heby, som är värd, deltar', 'Heby[- kommun-]{+, som är värd,+} deltar'],
    ['rad ett\nrad två', 'rad ett\nrad mitt\nrad två', 'rad ett\n{+rad mitt\n+}rad två'],
    // A sentence is added or removed whole, wherever else the same words would fit.
    ['Vi ser. Vi gör.', 'Vi ser. Vi vet. Vi gör.', 'Vi ser. {+Vi vet. +}Vi gör.'],
    ['Vi ser. Vi vet. Vi gör.', 'Vi ser. Vi gör.', 'Vi ser. [-Vi vet. -]Vi gör.'],
    // Figures beside each other are changed one by one, and words far from each other too.
    [
      '2 000 kr 2025, 3 000 kr 2026',
      '2 500 kr 2025, 3 500 kr 2026',
      '[-2 000-]{+2 500+} kr 2025, [-3 000-]{+3 500+} kr 2026',
    ],
    ['den stora bilen kör', 'den lilla bilen går', 'den [-stora-]{+lilla+} bilen [-kör-]{+går+}'],
    ['ett hus är vitt', 'en bil är röd', '[-ett hus är vitt-]{+en bil är röd+}'],
    // A rewritten sentence is no confetti.
    [
      'Målet är att det ska vara enkelt att samverka kring personer i Heby.',
      'Det ska gå lätt för parterna att hjälpas åt kring personer i Heby.',
      '[-Målet är att det ska vara enkelt att samverka-]{+Det ska gå lätt för parterna att hjälpas åt+} kring personer i Heby.',
    ],
    [
      'Ett helt annat stycke om budget.',
      'Vi tackar för oss!',
      '[-Ett helt annat stycke om budget.-]{+Vi tackar för oss!+}',
    ],
    ['', 'Nytt', '{+Nytt+}'],
    ['Borta', '', '[-Borta-]'],
    ['Lika', 'Lika', 'Lika'],
    ['', '', ''],
  ])('%j → %j', (before, after, expected) => {
    expect(marked(before, after)).toBe(expected)
  })

  it('never has a change cut within a grapheme', () => {
    for (let seed = 1; seed <= 400; seed += 1) {
      const random = seeded(seed)
      const before = madeUpWords(random, random.between(0, 20), random.between(0, 3) === 0)
      const after = editedText(random, before)
      const segments = compared(plain(before), plain(after))
      for (const side of ['before', 'after'] as const) {
        const begins = graphemeStarts(side === 'before' ? before : after)
        let place = 0
        for (const segment of segments) {
          expect(begins, `seed ${seed}: ${JSON.stringify([before, after])} at ${place}`).toContain(place)
          place += textOf([segment], side).length
        }
      }
    }
  })
})

function graphemeStarts(text: string): Set<number> {
  const segmenter = new Intl.Segmenter('sv', { granularity: 'grapheme' })
  return new Set([text.length, ...Array.from(segmenter.segment(text), ({ index }) => index)])
}

describe('formats, links and footnotes', () => {
  const bold = (text: string): Inline => ({ type: 'text', text, bold: true })
  const text = (words: string): Inline => ({ type: 'text', text: words })
  const note = (...content: readonly string[]): Inline => ({
    type: 'footnote',
    content: content.map(words => ({ type: 'text', text: words })),
  })

  it('are one change where neighbours have got the same', () => {
    const before: Inline[] = [text('ett '), { type: 'text', text: 'två', italic: true }, text(' tre fyra')]
    const after: Inline[] = [
      bold('ett '),
      { type: 'text', text: 'två', bold: true, italic: true },
      bold(' tre'),
      text(' fyra'),
    ]
    const segments = compared(before, after)
    expect(segments.map(({ is }) => is)).toEqual(['formatted', 'kept'])
    expect(segmentsText(segments)).toBe(
      '{*ett *: plain → bold}{*två*: italic → bold italic}{* tre*: plain → bold} fyra',
    )
  })

  it('are several where one has gained what another has lost', () => {
    const segments = compared([bold('ett'), text(' två')], [text('ett'), bold(' två')])
    expect(segments.map(segment => ('change' in segment ? segment.change : 0))).toEqual([1, 2])
  })

  it('are told apart from the words that were changed beside them', () => {
    const segments = compared([text('ett två tre')], [text('ett '), bold('tvåa'), text(' '), bold('tre')])
    expect(segmentsText(segments)).toBe('ett [-två-]{+tvåa+} {*tre*: plain → bold}')
  })

  it('of a link say where it led and leads', () => {
    const link = (target: string): Inline => ({ type: 'text', text: 'här', link: target })
    const segments = compared([link('https://a.example')], [link('https://b.example')])
    expect(segmentsText(segments)).toBe('{*här*: https://a.example → https://b.example}')
  })

  it('keep a footnote in its place when its own text is changed', () => {
    const segments = compared(
      [text('Ord'), note('Se 2020.'), text(' mer.')],
      [text('Ord'), note('Se 2021.'), text(' mer.')],
    )
    expect(segmentsText(segments)).toBe('Ord^(Se [-2020-]{+2021+}.) mer.')
  })

  it('tell a footnote from another when one of them is removed', () => {
    const segments = compared([text('Ett'), note('a'), text(' två'), note('b')], [text('Ett två'), note('b')])
    expect(segmentsText(segments)).toBe('Ett[-^(a)-] två^(b)')
  })

  const figure = (sum: BudgetSum): Inline => ({ type: 'budgetFigure', sum })

  it('take a sum of the budget as one word, which is kept, added or removed whole', () => {
    const rest = [text(' kronor i år.')]
    const kept = compared(
      [text('Vi söker '), figure('sought'), ...rest],
      [text('De söker '), figure('sought'), ...rest],
    )
    expect(segmentsText(kept)).toBe('[-Vi-]{+De+} söker «sought» kronor i år.')
    const other = compared(
      [text('Vi söker '), figure('2026'), ...rest],
      [text('Vi söker '), figure('2027'), ...rest],
    )
    expect(segmentsText(other)).toBe('Vi söker [-«2026»-]{+«2027»+} kronor i år.')
    const put = compared([text('Vi söker 100 kronor i år.')], [text('Vi söker '), figure('sought'), ...rest])
    expect(segmentsText(put)).toBe('Vi söker [-100-]{+«sought»+} kronor i år.')
  })

  it('take a sign that somebody wrote for no footnote', () => {
    compared([text('a \ufffc b')], [text('a '), note('x'), text(' b')])
    compared([text('a\ufffc'), note('x')], [note('x'), text('\ufffc\u0301')])
  })
})

describe('however much there is to compare', () => {
  it('the answer is exact', () => {
    const random = seeded(7)
    const words = (count: number, few: boolean) => madeUpWords(random, count, few)
    compared(plain(words(20_000, false)), plain(words(20_000, false)))
    compared(plain(words(20_000, true)), plain(words(20_000, true)))
    compared(plain('a b '.repeat(10_000)), plain('b a a '.repeat(7_000)))
  })

  it('no more than a set effort is spent on finding the fewest changes', () => {
    const comparer = new Comparer()
    const most = comparer.effort.left
    const random = seeded(8)
    for (let nth = 0; nth < 20; nth += 1) {
      compareText(plain(madeUpWords(random, 4_000, true)), plain(madeUpWords(random, 4_000, true)), comparer)
    }
    expect(comparer.effort.left).toBeGreaterThan(-1_000_000)
    expect(comparer.effort.left).toBeLessThan(most)
  })
})

import { describe, expect, it } from 'vitest'
import { bullets, footnote, paragraph, subheading, table } from '../../../../server/demo/blocks.ts'
import type { Block } from '../../../../shared/document/blockContent.ts'
import { applyBlocks } from '../../../../shared/version/compare/applyBlocks.ts'
import { Comparer } from '../../../../shared/version/compare/Comparer.ts'
import { compareBlocks } from '../../../../shared/version/compare/compareBlocks.ts'
import type { BlockEntry } from '../../../../shared/version/compare/comparison.ts'
import { seeded } from '../../form/seeded.ts'
import { blockLines } from './inPlainText.ts'

const needs = paragraph(
  'Ohälsotalet i Heby hör till de högsta i Uppsala län, och behovet av att främja hälsa finns kvar.',
)
const employers = paragraph(
  'De lokala arbetsgivarna är en part att räkna med. Tillsammans med dem kan vi bidra till ett starkare samhälle.',
)
const team = paragraph(
  'Teamet träffas varje vecka och arbetar praktiskt. Processledaren leder arbetet och bjuder in psykiatrin.',
)
const support = paragraph(
  'Två coacher ger det individnära stödet och kompletterar det som varje part gör för deltagarna.',
)
const all = [needs, employers, team, support]

function compared(before: readonly Block[], after: readonly Block[]): BlockEntry[] {
  const entries = compareBlocks(before, after, new Comparer())
  expect(applyBlocks(before, entries)).toEqual(after)
  expect(applyBlocks(after, compareBlocks(after, before, new Comparer()))).toEqual(before)
  return entries
}

function kinds(before: readonly Block[], after: readonly Block[]): string[] {
  return compared(before, after).map(({ is }) => is)
}

function lines(before: readonly Block[], after: readonly Block[]): string[] {
  return compared(before, after).flatMap(blockLines)
}

describe('blocks', () => {
  it('are added and removed where they stand', () => {
    expect(kinds([needs, team], [needs, employers, team])).toEqual(['unchanged', 'added', 'unchanged'])
    expect(kinds([needs, employers, team], [needs, team])).toEqual(['unchanged', 'removed', 'unchanged'])
  })

  it('that were written anew are removed and added, and not one that was changed', () => {
    expect(kinds([needs, team], [needs, employers])).toEqual(['unchanged', 'removed', 'added'])
  })

  it('that nobody had written in have been written in', () => {
    expect(lines([paragraph()], [support, needs])).toHaveLength(2)
    expect(kinds([paragraph()], [support, needs])).toEqual(['changed', 'added'])
  })

  it('are moved, whole', () => {
    const entries = compared(all, [support, needs, employers, team])
    expect(entries.map(({ is }) => is)).toEqual(['moved', 'unchanged', 'unchanged', 'unchanged', 'movedAway'])
    expect(entries[0]).toEqual({ is: 'moved', from: 3, to: 0, item: support, difference: null, change: 1 })
    expect(entries[4]).toEqual({ is: 'movedAway', from: 3, to: 0, item: support, change: 1 })
  })

  it('are moved and changed', () => {
    const changed = paragraph(
      'Tre coacher ger det individnära stödet och kompletterar det som varje part gör för deltagarna.',
    )
    expect(lines(all, [changed, needs, employers, team])).toEqual([
      '1 to here 3 → 0: Tre coacher ger det individnära stödet o',
      '  [-Två-]{+Tre+} coacher ger det individnära stödet och kompletterar det som varje part gör för deltagarna.',
      '1 from here 3 → 0: Två coacher ger det individnära stödet o',
    ])
  })

  it('that moved together are one change', () => {
    const entries = compared(
      [needs, employers, team, support, subheading('A'), subheading('B')],
      [team, support, subheading('A'), subheading('B'), needs, employers],
    )
    const changes = entries.flatMap(entry => ('change' in entry ? entry.change : []))
    expect(new Set(changes)).toEqual(new Set([1]))
    expect(entries.filter(({ is }) => is === 'moved')).toHaveLength(2)
  })

  it('that stand between the same neighbours have not moved, however many are equal to them', () => {
    const many = Array.from({ length: 100 }, () => needs)
    expect(kinds(many, many.slice(1)).filter(is => is !== 'unchanged')).toEqual(['removed'])
    expect(kinds([...many, team], [team, ...many]).filter(is => is !== 'unchanged')).toEqual([
      'moved',
      'movedAway',
    ])
  })

  it('of a hundred that are nearly equal are found one by one', () => {
    const points = (word: (nth: number) => string) =>
      Array.from({ length: 100 }, (_, nth) =>
        paragraph(`Punkt ${nth}: parterna ${word(nth)} varandra om stödet.`),
      )
    const entries = compared(
      points(() => 'informerar'),
      points(nth => (nth === 40 ? 'informerar inte' : 'informerar')),
    )
    expect(entries.filter(({ is }) => is !== 'unchanged').flatMap(blockLines)).toEqual([
      'Punkt 40: parterna informerar {+inte +}varandra om stödet.',
    ])
    const every = compared(
      points(() => 'informerar'),
      points(() => 'hjälper'),
    )
    expect(new Set(every.map(({ is }) => is))).toEqual(new Set(['changed']))
  })

  it('are split and joined without a word being new', () => {
    const [first, second] = [
      'Teamet träffas varje vecka och arbetar praktiskt.',
      'Processledaren leder arbetet och bjuder in psykiatrin.',
    ]
    expect(lines([needs, team, support], [needs, paragraph(first), paragraph(second), support])).toEqual([
      '1 split',
      `  ${first}[- -]`,
      `  ${second}`,
    ])
    expect(lines([paragraph(first), paragraph(second)], [team])).toEqual([
      '1 joined',
      `  ${first}{+ +}`,
      `  ${second}`,
    ])
  })

  it('are split and changed in one part', () => {
    expect(
      lines(
        [team],
        [
          paragraph('Teamet träffas varje månad och arbetar praktiskt.'),
          paragraph('Processledaren leder arbetet och bjuder in psykiatrin.'),
        ],
      ),
    ).toEqual([
      '1 split',
      '  Teamet träffas varje [-vecka-]{+månad+} och arbetar praktiskt.[- -]',
      '  Processledaren leder arbetet och bjuder in psykiatrin.',
    ])
  })

  it('look otherwise', () => {
    const heading = { ...paragraph('Teamet'), level: 2 } as const
    expect(lines([subheading('Teamet')], [heading])).toEqual(['1 level 1 → level 2: Teamet'])
    expect(lines([paragraph('Stöd till alla')], bullets('Stöd till alla'))).toEqual([
      '1 level 0 → level 0 bullet: Stöd till alla',
    ])
  })
})

describe('tables', () => {
  const budget = table(
    ['Kostnad', '2025', '2026'],
    ['Löner', '100 000', '120 000'],
    ['Resor', '5 000', '5 000'],
  )

  it('have changed cells, word by word', () => {
    const after = table(
      ['Kostnad', '2025', '2026'],
      ['Löner', '150 000', '120 000'],
      ['Resor', '5 000', '5 000'],
    )
    expect(lines([budget], [after])).toEqual(['table', '  | Löner | [-100 000-]{+150 000+} | 120 000 |'])
  })

  it('have rows added, removed and moved', () => {
    const after = table(
      ['Kostnad', '2025', '2026'],
      ['Lokal', '20 000', '20 000'],
      ['Resor', '5 000', '5 000'],
      ['Löner', '100 000', '120 000'],
    )
    expect(lines([budget], [after])).toEqual([
      'table',
      '  2 from here 1 → 3: Löner | 100 000 | 120 000',
      '  1 {+Lokal | 20 000 | 20 000+}',
      '  2 to here 1 → 3: Löner | 100 000 | 120 000',
    ])
  })

  it('have columns added and removed, each one change', () => {
    const after = table(['Kostnad', 'Part', '2025'], ['Löner', 'Heby', '100 000'], ['Resor', 'AF', '5 000'])
    const wider = table(
      ['Kostnad', 'Part', '2025', '2026'],
      ['Löner', 'Heby', '100 000', '120 000'],
      ['Resor', 'AF', '5 000', '5 000'],
    )
    expect(lines([budget], [wider])).toEqual([
      'table',
      '  1 column 1 added: Part',
      '  | Kostnad | 1 {+Part+} | 2025 | 2026 |',
      '  | Löner | 1 {+Heby+} | 100 000 | 120 000 |',
      '  | Resor | 1 {+AF+} | 5 000 | 5 000 |',
    ])
    expect(lines([wider], [after])[1]).toBe('  1 column 3 removed: 2026')
  })

  it('with cells that span others are compared cell by cell', () => {
    const [head, ...rows] = budget.rows
    const [first, second] = head ?? []
    if (!first || !second) throw new Error('The table has too few cells.')
    const spanned: Block = { type: 'table', rows: [[first, { ...second, colspan: 2 }], ...rows] }
    expect(lines([budget], [spanned])).toHaveLength(2)
  })
})

describe('figures and footnotes', () => {
  const figure: Block = {
    type: 'figure',
    image: 'a',
    width: 10,
    height: 5,
    alt: 'En ring',
    caption: [{ type: 'text', text: 'Figur 1 – Teamet' }],
  }

  it('have another picture, caption or alternative text', () => {
    const after: Block = {
      ...figure,
      image: 'b',
      alt: 'En ring av parter',
      caption: [{ type: 'text', text: 'Figur 1 – Parterna' }],
    }
    expect(lines([figure], [after])).toEqual([
      'figure',
      '  1 another picture',
      '  alt: En ring{+ av parter+}',
      '  caption: Figur 1 – [-Teamet-]{+Parterna+}',
    ])
  })

  it('are changed where they stand', () => {
    const noted = (year: string) =>
      paragraph('Kvinnor gör fler besök.', footnote(`Räknat ${year}.`), ' Stödet behövs.')
    expect(lines([noted('2022')], [noted('2023')])).toEqual([
      'Kvinnor gör fler besök.^(Räknat [-2022-]{+2023+}.) Stödet behövs.',
    ])
  })
})

describe('however many blocks there are', () => {
  it.each([
    [
      '3 000 equal ones, some gone',
      (nth: number) => (nth < 3000 ? needs : null),
      (nth: number) => (nth < 2900 ? needs : null),
    ],
    [
      '3 000 that all have changed',
      (nth: number) => paragraph(`Punkt ${nth} gäller stödet.`),
      (nth: number) => paragraph(`Punkt ${nth} gäller stödet nu.`),
    ],
    [
      '3 000 in the reverse order',
      (nth: number) => paragraph(`Punkt ${nth} gäller stödet.`),
      (nth: number) => paragraph(`Punkt ${2999 - nth} gäller stödet.`),
    ],
    [
      '3 000 shuffled, of ten kinds',
      (nth: number) => paragraph(`Sort ${(nth * 7919) % 10}`),
      (nth: number) => paragraph(`Sort ${(nth * 104_729 + (nth >> 3)) % 10}`),
    ],
    [
      '3 000 that have nothing in common',
      (nth: number) => paragraph(`a${nth} b${nth} c${nth}`),
      (nth: number) => paragraph(`d${nth} e${nth} f${nth}`),
    ],
  ])('the answer is exact: %s', (_, before, after) => {
    const make = (one: (nth: number) => Block | null) =>
      Array.from({ length: 3000 }, (_, nth) => one(nth)).filter(block => block !== null)
    const [old, now] = [make(before), make(after)]
    expect(applyBlocks(old, compareBlocks(old, now, new Comparer()))).toEqual(now)
  })

  it('paragraphs that are split, joined, moved and rewritten at random come out exactly', () => {
    const random = seeded(11)
    const sentence = () =>
      Array.from({ length: random.between(3, 9) }, () =>
        random.pick([
          'parterna',
          'stödet',
          'ger',
          'får',
          'insatsen',
          'tidigt',
          'Heby',
          'och',
          'varje',
          'vecka',
        ]),
      ).join(' ')
    const text = () => Array.from({ length: random.between(1, 5) }, sentence).join('. ')
    const seen = new Set<string>()
    for (let nth = 0; nth < 300; nth += 1) {
      const before = Array.from({ length: random.between(1, 8) }, () => paragraph(text()))
      const after = before.flatMap(block => {
        const words = block.content.map(inline => (inline.type === 'text' ? inline.text : '')).join('')
        const stops = words.split('. ')
        switch (random.between(0, 5)) {
          case 0:
            return stops.map(part => paragraph(part))
          case 1:
            return [paragraph(`${words}. ${sentence()}`)]
          case 2:
            return []
          default:
            return [block]
        }
      })
      if (random.between(0, 1) === 0) after.reverse()
      for (const { is } of compared(before, after.length > 0 ? after : [paragraph()])) seen.add(is)
    }
    expect([...seen].sort()).toEqual([
      'added',
      'changed',
      'joined',
      'moved',
      'movedAway',
      'removed',
      'split',
      'unchanged',
    ])
  })
})

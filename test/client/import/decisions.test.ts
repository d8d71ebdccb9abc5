import { describe, expect, it } from 'vitest'
import {
  beginningOf,
  carriedOver,
  groupsOf,
  targetName,
  withTextUnder,
} from '../../../client/import/decisions.ts'
import type { Block } from '../../../shared/document/blockContent.ts'
import { form2016 } from '../../../shared/form/forms/2016/form.ts'
import { form2024 } from '../../../shared/form/forms/2024/form.ts'
import type { LeftOver, ReadForm } from '../../../shared/import/ReadForm.ts'

const said = (text: string, level: 0 | 1 | 2 = 0): Block => ({
  type: 'paragraph',
  ...(level === 0 ? {} : { level }),
  content: [{ type: 'text', text }],
})

function leftOver(id: string, block: Block, of: Partial<LeftOver> = {}): LeftOver {
  return { id, why: 'notAsked', under: 'Metod', blocks: [block], proposed: null, ...of }
}

function reading(leftOvers: readonly LeftOver[]): ReadForm {
  return { form: { formId: '2024', sections: {} }, sections: [], leftOvers, notes: [] }
}

describe('Left-over texts', () => {
  it('stand together when they stood under one heading for one reason', () => {
    const [one, two, three] = [
      leftOver('a', said('Ett')),
      leftOver('b', said('Två')),
      leftOver('c', said('Tre'), { under: null, why: 'noHeading' }),
    ]
    const again = leftOver('d', said('Fyra'))
    expect(groupsOf([one, two, three, again])).toEqual([
      { under: 'Metod', why: 'notAsked', leftOvers: [one, two] },
      { under: null, why: 'noHeading', leftOvers: [three] },
      { under: 'Metod', why: 'notAsked', leftOvers: [again] },
    ])
  })

  it('are marked from a subheading down to the next that is not under it', () => {
    const all = [
      leftOver('a', said('Arbetssätt', 1)),
      leftOver('b', said('Vi träffas.')),
      leftOver('c', said('Varje vecka', 2)),
      leftOver('d', said('På måndagar.')),
      leftOver('e', said('Personal', 1)),
    ]
    const marked = (at: number) => withTextUnder(all, all[at] as LeftOver).join('')
    expect([0, 1, 2, 3, 4].map(marked)).toEqual(['abcd', 'b', 'cd', 'd', 'e'])
  })

  it('are told apart by their first words', () => {
    expect(beginningOf([said('Vi träffas.'), said('Varje vecka.')])).toBe('Vi träffas. Varje vecka.')
    expect(beginningOf([said('Vi träffas varje vecka året om.')], 20)).toBe('Vi träffas varje …')
    expect(beginningOf([said('Länkkonstnärskapsprojektet')], 10)).toBe('Länkkonstn …')
  })
})

describe('What has been decided', () => {
  const before = reading([leftOver('a', said('Ett')), leftOver('b', said('Två')), leftOver('c', said('Tre'))])

  it('is kept in another reading for the same texts, whatever they are called there', () => {
    const after = reading([leftOver('x', said('Tre')), leftOver('y', said('Ett'))])
    const placements = { a: { section: 'purpose' }, b: 'leaveOut', c: 'leaveOut' } as const
    expect(carriedOver(before, placements, after, form2024)).toEqual({
      y: { section: 'purpose' },
      x: 'leaveOut',
    })
  })

  it('is decided anew where the place is not in the form, or does not take the text', () => {
    const placements = { a: { section: 'collaborationMethods' }, b: { section: 'purpose' } } as const
    expect(carriedOver(before, placements, before, form2016)).toEqual({ b: { section: 'purpose' } })
    const table = leftOver('t', {
      type: 'table',
      rows: [[{ content: [{ type: 'paragraph', content: [] }] }]],
    })
    const goals = { t: { section: 'goals', level: 'effect' } } as const
    expect(carriedOver(reading([table]), goals, reading([table]), form2024)).toEqual({})
  })

  it('of two texts that are the same is kept of each', () => {
    const twice = reading([leftOver('a', said('Samma')), leftOver('b', said('Samma'))])
    const placements = { a: { section: 'purpose' }, b: 'leaveOut' } as const
    expect(carriedOver(twice, placements, twice, form2024)).toEqual(placements)
  })
})

describe('A place', () => {
  const goalsAs = (heading: string, level: string) => `${heading}: ${level}`

  it('has the name of its heading, and of goals their kind as well', () => {
    expect(targetName(form2024, { section: 'purpose' }, goalsAs)).toBe('Beskriv syftet med insatsen')
    expect(targetName(form2024, { section: 'goals', level: 'effect' }, goalsAs)).toMatch(
      /^Beskriv målen med insatsen: Effekt ?mål$/,
    )
  })
})

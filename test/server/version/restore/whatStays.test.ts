import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { footnote, paragraph, table } from '../../../../server/demo/blocks.ts'
import type { BudgetSum } from '../../../../shared/budget/budgetFigure.ts'
import type { Block } from '../../../../shared/document/blockContent.ts'
import { readBlocks } from '../../../../shared/document/blocks.ts'
import type { FilledForm, GoalContent, PartyContent } from '../../../../shared/document/filledForm.ts'
import { itemsIn } from '../../../../shared/document/items.ts'
import { asRead, House, mark, textsIn } from './House.ts'

const rich = (...blocks: readonly Block[]) => ({ background: { kind: 'rich', blocks } as const })

/** A house that says something, and the form to bring it back to. */
function houseOf(is: Partial<FilledForm['sections']>, was: Partial<FilledForm['sections']>) {
  const house = new House(asRead({ formId: '2024', sections: is as FilledForm['sections'] }).sections)
  const target = asRead({ formId: '2024', sections: was as FilledForm['sections'] })
  return { house, target, fragment: house.doc.getXmlFragment('background') }
}

/** Ids that stay the same for as long as a type is the same one. */
function idsOf(types: readonly unknown[]): unknown[] {
  return types.map(type => (type instanceof Y.AbstractType ? type._item?.id : type))
}

/** The words of a section that a thread's mark stands on. */
function marked({ doc }: House): Record<string, string> {
  const found: Record<string, string> = {}
  const json = JSON.stringify(readBlocks(doc.getXmlFragment('background')))
  for (const [, text = '', threads = ''] of json.matchAll(/"text":"([^"]*)","comments":\[([^\]]*)\]/g)) {
    for (const thread of threads.replaceAll('"', '').split(',')) found[thread] = (found[thread] ?? '') + text
  }
  return found
}

const a = paragraph('Insatsen ska ge unga ett sammanhållet stöd till arbete.')
const b = paragraph('Parterna bidrar med personal och lokaler i Heby.')
const c = paragraph('Målgruppen är personer mellan 18 och 29 år.')

describe('text that a version and the document have in common', () => {
  it('stays what it is when something is changed, added and removed around it', () => {
    const changed = paragraph('Parterna bidrar med personal, pengar och lokaler i Heby.')
    const { house, target, fragment } = houseOf(rich(a, changed, paragraph('Nytt här.'), c), rich(a, b, c))
    const [first, second, , last] = idsOf(fragment.toArray())
    house.bringBack(target)
    expect(idsOf(fragment.toArray())).toEqual([first, second, last])
    expect(house.read()).toEqual(target)
  })

  it('stays word by word within a paragraph, which only takes the words that differ', () => {
    const changed = paragraph('Insatsen ska ge alla unga ett sammanhållet stöd till studier.')
    const { house, target, fragment } = houseOf(rich(changed), rich(a))
    const [text] = textsIn(fragment)
    const update = house.bringBack(target)
    expect(text).toBe(textsIn(fragment)[0])
    expect(text?.toString()).toBe('Insatsen ska ge unga ett sammanhållet stöd till arbete.')
    expect(update?.length).toBeLessThan(80)
  })

  it('stays around a sum of the budget, which is the same one or another', () => {
    const said = (before: string, sum: BudgetSum, after: string) =>
      paragraph(before, { type: 'budgetFigure', sum }, after)
    const { house, target, fragment } = houseOf(
      rich(said('Nu söker vi ', 'sought', ' i år.'), said('Det är ', '2026', ' mer.')),
      rich(said('Vi söker ', 'sought', ' i år.'), said('Det är ', 'own', ' mer.')),
    )
    const [first, second] = fragment.toArray() as Y.XmlElement[]
    const [figure, texts] = [first?.get(1), idsOf(textsIn(fragment))]
    house.bringBack(target)
    expect(house.read()).toEqual(target)
    expect(first?.get(1)).toBe(figure)
    expect(second).toBe(fragment.get(1))
    expect(idsOf(textsIn(fragment))).toEqual(texts)
  })

  it('stays when only its look differs: level, list, bold', () => {
    const { house, target, fragment } = houseOf(
      rich({ ...a, level: 1 }, { ...b, list: 'bullet', indent: 2 }, c),
      rich(
        a,
        b,
        paragraph('Målgruppen är ', { type: 'text', text: 'personer', bold: true }, ' mellan 18 och 29 år.'),
      ),
    )
    const before = idsOf([...fragment.toArray(), ...textsIn(fragment)])
    house.bringBack(target)
    expect(idsOf([...fragment.toArray(), ...textsIn(fragment)])).toEqual(before)
    expect(house.read()).toEqual(target)
  })

  it('stays cell by cell in a table whose rows and columns differ', () => {
    const older = table(['Part', 'Insats'], ['Heby', 'samordning'], ['AF', 'handledning'])
    const newer = table(
      ['Part', 'Insats'],
      ['Heby', 'samordning i kommunen'],
      ['Regionen', 'vård'],
      ['AF', 'handledning'],
    )
    const { house, target, fragment } = houseOf(rich(newer), rich(older))
    const texts = idsOf(textsIn(fragment))
    house.bringBack(target)
    // The row of the region is gone; every other text is there still.
    expect(idsOf(textsIn(fragment))).toEqual(texts.filter((_, at) => at !== 4 && at !== 5))
    expect(house.read()).toEqual(target)
  })

  it('takes a footnote that was removed back without losing what stands around it', () => {
    const withNote = paragraph(
      'Insatsen',
      footnote('Enligt lagen.'),
      ' ska ge unga ett sammanhållet stöd till arbete.',
    )
    const { house, target } = houseOf(rich(a, b), rich(withNote, b))
    house.bringBack(target)
    expect(house.read()).toEqual(target)
  })
})

describe('the mark of a comment', () => {
  it('stays on the words that stay, and on those put between them', () => {
    const changed = paragraph('Insatsen ska verkligen ge unga stöd till arbete.')
    const { house, target } = houseOf(rich(changed), rich(a))
    house.type(doc => {
      const [text] = textsIn(doc.getXmlFragment('background'))
      if (text) mark(text, text.toString().indexOf('unga'), 'unga stöd'.length, 'thread000001')
    })
    house.bringBack(target)
    expect(marked(house)).toEqual({ thread000001: 'unga ett sammanhållet stöd' })
  })

  it('comes along with a paragraph that is moved, changed too', () => {
    const { house, target } = houseOf(
      rich(paragraph('Målgruppen är personer mellan 18 och 29 år i Heby.'), a, b),
      rich(a, b, c),
    )
    house.type(doc => {
      const [text] = textsIn(doc.getXmlFragment('background'))
      if (text) mark(text, 0, 'Målgruppen'.length, 'thread000001')
    })
    house.bringBack(target)
    expect(house.read()).toEqual(target)
    expect(marked(house)).toEqual({ thread000001: 'Målgruppen' })
  })
})

describe('items', () => {
  const goal = (text: string, level: GoalContent['level'] = 'effect'): GoalContent => ({ level, text })
  const goals = (...items: readonly GoalContent[]) => ({ goals: { kind: 'goals', items } as const })
  const keysOf = ({ doc }: House, root = 'goals') => itemsIn(doc.getMap(root)).map(({ key }) => key)

  const one = goal('Fler unga i arbete eller studier.')
  const two = goal('Färre återkommer till försörjningsstöd.')
  const three = goal('Parterna möts varje vecka.', 'result')

  it('stay what they are when they are changed or moved, and only those that moved get a new order', () => {
    const { house, target } = houseOf(
      goals(three, goal('Fler unga i arbete, studier eller praktik.'), two),
      goals(one, two, three),
    )
    const [third, first, second] = keysOf(house)
    const orderOf = (key = '') => (house.doc.getMap('goals').get(key) as Y.Map<unknown>).get('order')
    const orders = [orderOf(first), orderOf(second)]
    house.bringBack(target)
    expect(keysOf(house)).toEqual([first, second, third])
    expect([orderOf(first), orderOf(second)]).toEqual(orders)
    expect(house.read()).toEqual(target)
  })

  it('that a version does not have are flagged, so that what somebody writes in them is kept', () => {
    const { house, target } = houseOf(goals(one, two, three), goals(one, three))
    const [, second = ''] = keysOf(house)
    house.bringBack(target)
    const item = house.doc.getMap('goals').get(second) as Y.Map<unknown>
    expect(item.get('removed')).toBe(true)
    expect(String(item.get('text'))).toBe(two.text)
  })

  it('that had been removed come back as what they were', () => {
    const { house, target } = houseOf(goals(one, two, three), goals(one, two, three))
    const keys = keysOf(house)
    house.type(doc => (doc.getMap('goals').get(keys[1] ?? '') as Y.Map<unknown>).set('removed', true))
    expect(keysOf(house)).toHaveLength(2)
    house.bringBack(target)
    expect(keysOf(house)).toEqual(keys)
  })

  it('of order keys that nobody could have made all get new ones', () => {
    const { house, target } = houseOf(
      goals(one, two, three),
      goals(three, one, goal('Helt nytt och annorlunda.'), two),
    )
    house.type(doc => {
      for (const { key, map } of itemsIn(doc.getMap('goals'))) map.set('order', key === 'x' ? '0' : 'zzzzzz')
    })
    house.bringBack(target)
    expect(house.read()).toEqual(target)
  })

  it('take their signatures along', () => {
    const party = (organisation: string): PartyContent => ({
      organisation,
      contacts: null,
      email: null,
      resourcesSought: '',
      resourcesContributed: `Det som ${organisation} bidrar med.`,
    })
    const sections = (parties: readonly string[], signing: readonly string[]) => ({
      partners: { kind: 'parties', role: 'partner', items: parties.map(party) } as const,
      signatures: {
        kind: 'signatures',
        parties: signing.map(name => ({
          party: parties.indexOf(name),
          date: '2026-03-02',
          name: `Chef på ${name}`,
          clarification: null,
          email: null,
        })),
      } as const,
    })
    const { house, target } = houseOf(
      sections(['Regionen', 'Arbetsförmedlingen'], ['Regionen']),
      sections(['Arbetsförmedlingen', 'Försäkringskassan', 'Regionen'], ['Arbetsförmedlingen', 'Regionen']),
    )
    const [region, employment] = keysOf(house, 'partners')
    house.bringBack(target)
    expect(house.read()).toEqual(target)
    const [first, , last] = keysOf(house, 'partners')
    expect([first, last]).toEqual([employment, region])
    expect(house.doc.getMap('signatures').get(`${employment}.name`)).toBe('Chef på Arbetsförmedlingen')
  })
})

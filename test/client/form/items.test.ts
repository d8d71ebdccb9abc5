import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addItem, moveItem, newItemKey, reorderItems, setRemoved } from '../../../client/form/items/items.ts'
import { itemsIn } from '../../../shared/document/items.ts'
import { type FieldShape, itemFields, keyShape, rootShape } from '../../../shared/document/roots.ts'
import { fitsShape } from '../../../shared/document/value.ts'
import { form2024 } from '../../../shared/form/forms/2024/form.ts'
import { seeded, writers } from './writers.ts'

const shapes: Readonly<Record<string, FieldShape>> = { on: { is: 'fuzzyDate' }, text: { is: 'prose' } }

function add(doc: Y.Doc, text: string): string {
  const key = addItem(doc, 'log', shapes)
  const prose = doc.getMap<Y.Map<unknown>>('log').get(key)?.get('text')
  if (prose instanceof Y.Text) prose.insert(0, text)
  return key
}

function log(doc: Y.Doc): string[] {
  return itemsIn(doc.getMap('log')).map(item => String(item.map.get('text')))
}

describe('a list that two people change', () => {
  it('gets a new item whole, in one update, as the document allows it', () => {
    const section = form2024.sections.find(candidate => candidate.kind === 'goals')
    const root = section && rootShape(section)
    if (root?.type !== 'fields' || !root.items) throw new Error('the 2024 form has goals')
    const doc = new Y.Doc()
    let updates = 0
    doc.on('update', () => updates++)
    const key = addItem(doc, 'goals', root.items, { level: 'effect' })
    const item = doc.getMap<Y.Map<unknown>>('goals').get(key)
    expect(updates).toBe(1)
    expect(keyShape(root, key)).toEqual({ item: { ...root.items, ...itemFields } })
    expect(item?.get('text')).toBeInstanceOf(Y.Text)
    expect(fitsShape(itemFields.order, item?.get('order'))).toBe(true)
    expect(item?.get('level')).toBe('effect')
  })

  it('gets a new item with words in it, in a place of its own, in one update', () => {
    const doc = new Y.Doc()
    add(doc, 'först')
    add(doc, 'sist')
    let updates = 0
    doc.on('update', () => updates++)
    addItem(doc, 'log', shapes, { on: '2024-05-10' }, { prose: { text: 'emellan' }, placeAmong: () => 1 })
    expect(log(doc)).toEqual(['först', 'emellan', 'sist'])
    expect(updates).toBe(1)
  })

  it('has both what each adds at the same time', () => {
    const { anna, bo, meet } = writers(doc => add(doc, 'första'))
    add(anna, 'Annas')
    add(bo, 'Bos')
    meet()
    expect(log(anna)).toEqual(log(bo))
    expect(log(anna).toSorted()).toEqual(['Annas', 'Bos', 'första'])
  })

  it('makes room between two that came to the same place', () => {
    const { anna, bo, meet } = writers()
    add(anna, 'a')
    add(bo, 'b')
    meet()
    const key = add(anna, 'emellan')
    const [, second] = itemsIn(anna.getMap('log'))
    moveItem(anna, 'log', key, second?.key ?? null)
    meet()
    expect(log(bo)[1]).toBe('emellan')
    expect(log(anna)).toEqual(log(bo))
  })

  it('moves an item to a place, and writes nothing else then', () => {
    const doc = new Y.Doc()
    const [one, two, three] = [add(doc, 'ett'), add(doc, 'två'), add(doc, 'tre')]
    let changed = 0
    doc.getMap('log').observeDeep(events => {
      changed += events.length
    })
    moveItem(doc, 'log', three, one)
    expect(log(doc)).toEqual(['tre', 'ett', 'två'])
    expect(changed).toBe(1)
    moveItem(doc, 'log', three, null)
    moveItem(doc, 'log', one, two, { level: 'effect' })
    expect(log(doc)).toEqual(['ett', 'två', 'tre'])
  })

  it('loses nothing that is written in an item while another removes or moves it', () => {
    const { anna, bo, meet } = writers(doc => {
      add(doc, 'ett')
      add(doc, 'två')
    })
    const key = itemsIn(anna.getMap('log'))[0]?.key ?? ''
    setRemoved(anna, 'log', key, true)
    moveItem(anna, 'log', key, null)
    const prose = bo.getMap<Y.Map<unknown>>('log').get(key)?.get('text')
    if (prose instanceof Y.Text) prose.insert(3, ' och mer')
    meet()
    expect(log(bo)).toEqual(['två'])
    setRemoved(bo, 'log', key, false)
    meet()
    expect(log(anna)).toEqual(['två', 'ett och mer'])
  })

  it('is sorted in one step, and not at all when it is in order', () => {
    const doc = new Y.Doc()
    const keys = ['c', 'a', 'b'].map(text => add(doc, text))
    let updates = 0
    doc.on('update', () => updates++)
    const sorted = [keys[1] ?? '', keys[2] ?? '', keys[0] ?? '']
    reorderItems(doc, 'log', sorted)
    reorderItems(doc, 'log', sorted)
    expect(log(doc)).toEqual(['a', 'b', 'c'])
    expect(updates).toBe(1)
  })

  it('can be added to and moved in when another program has made up its order keys', () => {
    const doc = new Y.Doc()
    const keys = ['ett', 'två', 'tre'].map(text => add(doc, text))
    for (const key of keys) doc.getMap<Y.Map<unknown>>('log').get(key)?.set('order', '00000')
    const before = log(doc)
    const key = add(doc, 'ny')
    expect(log(doc)).toEqual([...before, 'ny'])
    moveItem(doc, 'log', key, itemsIn(doc.getMap('log'))[1]?.key ?? null)
    expect(log(doc)[1]).toBe('ny')
  })

  it.each([21, 22])('puts every move where it was meant, after any history (seed %i)', seed => {
    const random = seeded(seed)
    const { anna, bo, meet } = writers()
    for (let round = 0; round < 60; round++) {
      for (const doc of [anna, bo]) {
        const items = itemsIn(doc.getMap('log'))
        const pick = () => items[Math.floor(random() * items.length)]?.key ?? null
        const [moved, before] = [pick(), pick()]
        if (items.length < 3 || moved === null || random() < 0.3) add(doc, String(round))
        else if (before !== moved) {
          moveItem(doc, 'log', moved, before)
          const order = itemsIn(doc.getMap('log')).map(item => item.key)
          expect(order[order.indexOf(moved) + 1], `seed ${seed}`).toBe(before ?? undefined)
        }
      }
      if (random() < 0.5) meet()
    }
    meet()
    expect(log(anna), `seed ${seed}`).toEqual(log(bo))
  })
})

describe('the key of a new item', () => {
  it('is one that the document allows, and a new one each time', () => {
    const keys = Array.from({ length: 200 }, newItemKey)
    expect(new Set(keys).size).toBe(200)
    for (const key of keys) expect(key).toMatch(/^[a-z0-9]{18}$/)
  })
})

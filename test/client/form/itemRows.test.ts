import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { ItemRows } from '../../../client/form/items/ItemRows.ts'
import { addItem, setRemoved } from '../../../client/form/items/items.ts'
import { standing, steps } from '../../../client/form/items/rowSteps.ts'
import { itemsIn } from '../../../shared/document/items.ts'
import { writers } from './writers.ts'

function list() {
  const both = writers(doc => {
    for (let count = 0; count < 3; count++) addItem(doc, 'log', { text: { is: 'prose' } })
  })
  const keys = itemsIn(both.anna.getMap('log')).map(item => item.key)
  const [one = '', two = '', three = ''] = keys
  return { ...both, one, two, three }
}

function watch(doc: Y.Doc, mine: readonly string[] = []) {
  const rows = new ItemRows(doc.getMap('log'), key => mine.includes(key))
  let drawn = 0
  rows.subscribe(() => drawn++)
  return { rows, keys: () => rows.rows().map(row => row.key), drawn: () => drawn }
}

describe('the rows in view', () => {
  it('go when somebody else removes one that I am not in', () => {
    const { anna, bo, one, two, three, meet } = list()
    const bos = watch(bo, [three])
    setRemoved(anna, 'log', two, true)
    meet()
    expect(bos.keys()).toEqual([one, three])
  })

  it('keep one that I am in, and say who removed it, until I let it go', () => {
    const { anna, bo, one, two, three, meet } = list()
    const bos = watch(bo, [two])
    setRemoved(anna, 'log', two, true)
    meet()
    expect(bos.keys()).toEqual([one, two, three])
    expect(bos.rows.rows()[1]?.removedBy).toBe(anna.clientID)
    bos.rows.letGo(two)
    expect(bos.keys()).toEqual([one, three])
  })

  it('keep one that I remove, at its place, until I let it go or take it back', () => {
    const { anna, one, two, three } = list()
    const annas = watch(anna)
    annas.rows.keep(two)
    setRemoved(anna, 'log', two, true)
    expect(annas.keys()).toEqual([one, two, three])
    setRemoved(anna, 'log', two, false)
    setRemoved(anna, 'log', two, true)
    expect(annas.keys()).toEqual([one, three])
  })

  it('are the same array while only prose changes', () => {
    const { anna, one } = list()
    const annas = watch(anna)
    const [before, drawn] = [annas.rows.rows(), annas.drawn()]
    const prose = anna.getMap<Y.Map<Y.Text>>('log').get(one)?.get('text')
    prose?.insert(0, 'möte')
    expect(annas.rows.rows()).toBe(before)
    expect(annas.drawn()).toBe(drawn)
  })

  it('are stepped through without those that are removed', () => {
    const { anna, two } = list()
    const annas = watch(anna)
    annas.rows.keep(two)
    setRemoved(anna, 'log', two, true)
    const rows = standing(annas.rows.rows())
    const moves: (string | number | undefined)[][] = []
    const [first, last] = rows
    if (!first || !last) throw new Error('two rows stand')
    const record = (before: { key: string } | null, place: number) => moves.push([before?.key, place])
    expect(steps(rows, first, record).up).toBeNull()
    steps(rows, first, record).down?.go()
    steps(rows, last, record).up?.go()
    expect(steps(rows, last, record).down).toBeNull()
    expect(moves).toEqual([
      [undefined, 2],
      [first.key, 1],
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { type Card, layoutMargin } from '../../../client/comment/layoutMargin.ts'
import { drawingOrder, inReadingOrder } from '../../../client/comment/readingOrder.ts'
import { seeded } from '../../shared/form/seeded.ts'

/** Cards by their anchors and heights. */
function cards(...places: readonly (readonly [anchor: number, height: number])[]): Card[] {
  return places.map(([anchor, height], at) => ({ id: `c${at}`, anchor, height }))
}

describe('the cards in the margin', () => {
  it('stand level with the first line of what they are about', () => {
    expect(layoutMargin(cards([100, 50], [400, 50]), null)).toEqual([84, 384])
  })

  it('push those after them down, where they would lie on each other', () => {
    expect(layoutMargin(cards([100, 50], [110, 50], [120, 50]), null)).toEqual([84, 154, 224])
  })

  it('make room for the one that is selected, which stands exactly at its words', () => {
    expect(layoutMargin(cards([100, 50], [110, 50], [120, 50]), 'c1')).toEqual([24, 94, 164])
    expect(layoutMargin(cards([100, 50], [110, 50], [120, 50]), 'c2')).toEqual([-36, 34, 104])
  })

  it('leave one of them lower than its words, where it was before the others were measured', () => {
    expect(layoutMargin(cards([100, 50], [110, 50], [120, 50]), 'c1', 40)).toEqual([64, 134, 204])
    expect(layoutMargin(cards([100, 70], [110, 50], [120, 50]), 'c1', 40)).toEqual([44, 134, 204])
    expect(layoutMargin([], null, 40)).toEqual([])
  })

  it('stay where they are while there is room', () => {
    expect(layoutMargin(cards([100, 50], [167, 50]), null)).toEqual([84, 151])
    expect(layoutMargin(cards([100, 50], [165, 50]), null)).toEqual([84, 154])
  })

  it('never lie on each other, and the selected one never moves, however many they are', () => {
    const random = seeded(20261122)
    for (let round = 0; round < 200; round += 1) {
      const anchors = Array.from({ length: random.between(1, 60) }, () => random.between(0, 4000))
      const all = cards(
        ...anchors
          .toSorted((one, other) => one - other)
          .map(anchor => [anchor, random.between(40, 300)] as const),
      )
      const pivot = random.between(0, all.length - 1)
      const tops = layoutMargin(all, `c${pivot}`)
      expect(tops[pivot]).toBe((all[pivot]?.anchor ?? 0) - 16)
      for (const [at, top] of tops.entries()) {
        const before = all[at - 1]
        if (before) expect(top).toBeGreaterThanOrEqual((tops[at - 1] ?? 0) + before.height + 16)
      }
    }
  })

  it('are laid out in one pass: ten times as many take about ten times as long', () => {
    const many = (count: number) => cards(...Array.from({ length: count }, (_, at) => [at * 3, 90] as const))
    const costOf = (all: readonly Card[]) => {
      const times = Array.from({ length: 15 }, () => {
        const begun = performance.now()
        layoutMargin(all, `c${Math.floor(all.length / 2)}`)
        return performance.now() - begun
      })
      return Math.min(...times)
    }
    expect(costOf(many(100_000))).toBeLessThan(costOf(many(10_000)) * 60 + 1)
  })
})

describe('the order of the cards', () => {
  it('is that of the page: from the top, then from the left, then as the words follow', () => {
    const places = [
      { id: 'third', top: 20, left: 5, order: 9 },
      { id: 'second', top: 10, left: 5, order: 2 },
      { id: 'first', top: 10, left: 5, order: 1 },
    ]
    expect(inReadingOrder(places).map(({ id }) => id)).toEqual(['first', 'second', 'third'])
  })

  it('is the same array while nothing has changed', () => {
    const before = ['a', 'b']
    expect(drawingOrder(before, ['a', 'b'], false)).toBe(before)
  })

  it('changes at once while nobody is in them', () => {
    expect(drawingOrder(['a', 'b'], ['b', 'c', 'a'], false)).toEqual(['b', 'c', 'a'])
  })

  it('moves none that is drawn while somebody is in one of them, and lets new ones in', () => {
    expect(drawingOrder(['a', 'b'], ['b', 'c', 'a'], true)).toEqual(['a', 'c', 'b'])
    expect(drawingOrder(['a', 'b', 'c'], ['c', 'a'], true)).toEqual(['a', 'c'])
  })
})

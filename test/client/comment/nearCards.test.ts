import { describe, expect, it } from 'vitest'
import { lookOf, nearCards, stretchAround } from '../../../client/comment/nearCards.ts'
import { anna, post, thread } from './threads.ts'

/** Five hundred cards, one each hundred pixels. */
const cards = Array.from({ length: 500 }, (_, at) => ({ id: `c${at}`, top: at * 100, height: 80 }))
const nobody: ReadonlySet<string> = new Set()
const nearAt = (top: number, kept = nobody) => [...nearCards(cards, stretchAround(top, 1000), kept)]

describe('the cards that are drawn', () => {
  it('are those in the window, and one to two windows above and below it', () => {
    for (let top = 3_000; top < 5_000; top += 10) {
      const { from, to } = stretchAround(top, 1000)
      for (const distance of [top - from, to - (top + 1000)]) {
        expect(distance).toBeGreaterThanOrEqual(1000)
        expect(distance).toBeLessThanOrEqual(2000)
      }
    }
    expect(nearAt(0)[0]).toBe('c0')
    expect(nearAt(20_000)).toEqual(cards.slice(185, 225).map(({ id }) => id))
  })

  it('are the same until half a window has been scrolled', () => {
    const seen = Array.from({ length: 500 }, (_, at) => nearAt(20_010 + at).join())
    expect(new Set(seen).size).toBeLessThanOrEqual(3)
  })

  it('are with those that reach in from above', () => {
    const tall = { id: 'tall', top: -5_000, height: 6_000 }
    expect(nearCards([tall], { from: 0, to: 100 }, nobody)).toEqual(new Set(['tall']))
    expect(nearCards([tall], { from: 1_000, to: 1_100 }, nobody)).toEqual(nobody)
  })

  it('are with those that are kept, however far away, and also without a place', () => {
    expect(nearAt(20_000, new Set(['c3', 'c200', 'nowhere']))).toEqual([...nearAt(20_000), 'c3', 'nowhere'])
  })

  it('are all when they have room', () => {
    const few = cards.slice(0, 8)
    expect(nearCards(few, stretchAround(0, 1000), nobody).size).toBe(8)
  })

  it('are guessed to be as high as those that look like them', () => {
    const plain = thread('a')
    expect(lookOf(thread('b'))).toBe(lookOf(plain))
    expect(lookOf(thread('c', { isMaterial: true }))).not.toBe(lookOf(plain))
    const long = (letters: number) => thread('d', { posts: [post('d', anna, 'x'.repeat(letters))] })
    expect(lookOf(long(70))).not.toBe(lookOf(plain))
    // Folded, no more lines are seen.
    expect(lookOf(long(300))).toBe(lookOf(long(2_000)))
  })
})

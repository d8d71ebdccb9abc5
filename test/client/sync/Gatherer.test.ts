import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Gatherer, gatherMs } from '../../../client/sync/Gatherer.ts'

describe('What comes in short order', () => {
  let taken: string[]
  let gatherer: Gatherer<string>
  beforeEach(() => {
    vi.useFakeTimers()
    taken = []
    gatherer = new Gatherer(gathered => taken.push(gathered.join('')))
  })
  afterEach(() => vi.useRealTimers())

  it('is handed on at once after a pause, and what follows together', () => {
    gatherer.add('a')
    expect(taken).toEqual(['a'])
    gatherer.add('b')
    gatherer.add('c')
    expect(taken).toEqual(['a'])
    vi.advanceTimersByTime(gatherMs)
    expect(taken).toEqual(['a', 'bc'])
    vi.advanceTimersByTime(gatherMs)
    gatherer.add('d')
    expect(taken).toEqual(['a', 'bc', 'd'])
  })

  it('is handed on no more often than that, however long it goes on, and all of it in order', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz'
    for (const letter of letters) {
      gatherer.add(letter)
      vi.advanceTimersByTime(gatherMs / 4)
    }
    vi.advanceTimersByTime(gatherMs)
    expect(taken.join('')).toBe(letters)
    expect(taken.length).toBeLessThanOrEqual(letters.length / 4 + 2)
  })

  it('does not wait when it is wanted now, and is forgotten when nobody wants it', () => {
    gatherer.add('a')
    gatherer.add('b')
    gatherer.flush()
    expect(taken).toEqual(['a', 'b'])
    gatherer.add('c')
    gatherer.stop()
    vi.advanceTimersByTime(2 * gatherMs)
    expect(taken).toEqual(['a', 'b'])
  })
})

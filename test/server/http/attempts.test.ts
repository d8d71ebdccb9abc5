import { describe, expect, it } from 'vitest'
import { Attempts } from '../../../server/http/Attempts.ts'

describe('attempts', () => {
  it('are let through until there are too many in the window, which moves along', () => {
    const attempts = new Attempts(2, 10_000)
    expect([attempts.take('a', 0), attempts.take('a', 4000), attempts.take('a', 5000)]).toEqual([
      null,
      null,
      5,
    ])
    expect(attempts.take('a', 9999)).toBe(1)
    expect(attempts.take('a', 10_000)).toBeNull()
    expect(attempts.take('a', 10_001)).toBe(4)
  })

  it('are counted by key', () => {
    const attempts = new Attempts(1, 10_000)
    expect([attempts.take('a', 0), attempts.take('b', 0), attempts.take('a', 0)]).toEqual([null, null, 10])
  })

  it('that are refused do not count: whoever waits as long as she is told gets in, however often she has tried', () => {
    const attempts = new Attempts(1, 10_000)
    attempts.take('a', 0)
    for (let at = 1000; at < 10_000; at += 1000) expect(attempts.take('a', at)).not.toBeNull()
    expect(attempts.take('a', 10_000)).toBeNull()
  })

  it('of more keys than there is room for push out the longest known', () => {
    const attempts = new Attempts(1, 10_000)
    for (let key = 0; key <= 100_000; key += 1) attempts.take(String(key), 0)
    expect(attempts.take('100000', 1)).toBe(10)
    expect(attempts.take('0', 1)).toBeNull()
  })
})

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { unpolledMs } from '../../../../server/sync/polling/PollingLine.ts'
import { linesPerSession, PollingLines } from '../../../../server/sync/polling/PollingLines.ts'

let lines: PollingLines
beforeEach(() => {
  vi.useFakeTimers()
  lines = new PollingLines(1000)
})
afterEach(() => vi.useRealTimers())

describe('The lines over ordinary requests', () => {
  it('each have a name of their own, that nobody can guess and no other session can use', () => {
    const begun = Array.from({ length: 10 }, () => lines.begin('anna', null))
    const tokens = new Set(begun.map(line => line?.token))
    expect(tokens.size).toBe(10)
    for (const { token = '', line } of begun.flatMap(one => one ?? [])) {
      // 128 bits and more, in letters of six bits.
      expect(token).toMatch(/^[\w-]{22,}$/)
      expect(lines.find(token, 'anna')).toBe(line)
      expect(lines.find(token, 'karim')).toBeNull()
    }
  })

  it('are forgotten when they are left, and when nobody polls them', () => {
    const [left, unpolled] = [lines.begin('anna', null), lines.begin('anna', null)]
    left?.line.leave()
    expect(lines.find(left?.token ?? '', 'anna')).toBeNull()
    vi.advanceTimersByTime(unpolledMs)
    expect(lines.find(unpolled?.token ?? '', 'anna')).toBeNull()
  })

  it('are so many of one session and no more, until one of them is gone', () => {
    const begun = Array.from({ length: linesPerSession }, () => lines.begin('anna', null))
    expect(begun).not.toContain(null)
    expect(lines.begin('anna', null)).toBeNull()
    expect(lines.begin('karim', null)).not.toBeNull()
    begun[0]?.line.leave()
    expect(lines.begin('anna', null)).not.toBeNull()
  })

  it('are one of each page: the next takes its place, even where there are as many as there may be', () => {
    const first = lines.begin('anna', 'p1')
    for (let count = 1; count < linesPerSession; count += 1) lines.begin('anna', `other ${count}`)
    expect(lines.begin('anna', 'p2')).toBeNull()
    const second = lines.begin('anna', 'p1')
    expect(lines.find(first?.token ?? '', 'anna')).toBeNull()
    expect(lines.find(second?.token ?? '', 'anna')).toBe(second?.line)
  })
})

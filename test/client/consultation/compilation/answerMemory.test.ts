import { expect, it } from 'vitest'
import { answerMemory } from '../../../../client/consultation/compilation/answerMemory.ts'

/** A browser's storage; `isFull` refuses everything that is put in it. */
function storage({ isFull = false } = {}): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    clear: () => kept.clear(),
    key: place => [...kept.keys()][place] ?? null,
    getItem: key => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (isFull) throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, value)
    },
    removeItem: key => void kept.delete(key),
  }
}

const written = { verdict: 'partly', reason: 'Vi tänker på', changedSection: null } as const

it('What was written about a remark is there again, for whoever wrote it and that remark alone', () => {
  const browser = storage()
  answerMemory(browser, 'anna@heby', 'app', 1).keep('fk', 'r1', written)
  expect(answerMemory(browser, 'anna@heby', 'app', 1).load('fk', 'r1')).toEqual(written)
  expect(answerMemory(browser, 'anna@heby', 'app', 1).load('af', 'r1')).toBeNull()
  expect(answerMemory(browser, 'anna@heby', 'app', 2).load('fk', 'r1')).toBeNull()
  expect(answerMemory(browser, 'maja@heby', 'app', 1).load('fk', 'r1')).toBeNull()
})

it('What has been saved is kept no longer', () => {
  const browser = storage()
  const memory = answerMemory(browser, 'anna@heby', 'app', 1)
  memory.keep('fk', 'r1', written)
  memory.drop('fk', 'r1')
  expect(browser.length).toBe(0)
})

it('A browser that keeps nothing, is full, or has something else there costs nothing but that', () => {
  const full = answerMemory(storage({ isFull: true }), 'anna@heby', 'app', 1)
  full.keep('fk', 'r1', written)
  expect(full.load('fk', 'r1')).toBeNull()
  expect(answerMemory(null, 'anna@heby', 'app', 1).load('fk', 'r1')).toBeNull()
  const browser = storage()
  const memory = answerMemory(browser, 'anna@heby', 'app', 1)
  memory.keep('fk', 'r1', written)
  browser.setItem(browser.key(0) ?? '', '{"verdict":"maybe"}')
  expect(memory.load('fk', 'r1')).toBeNull()
})

import { describe, expect, it } from 'vitest'
import { GuidanceMemory } from '../../../client/form/guidanceMemory.ts'
import { browserMemory } from '../../../client/form/valueMemory.ts'
import type { WrittenValue } from '../../../client/form/writtenValues.ts'

/** The browser's storage as a map; its entries are its own properties, as in a browser. */
function storage(room = Number.POSITIVE_INFINITY): Storage {
  const kept: Record<string, string> = {}
  const methods: Storage = {
    getItem: (key: string) => kept[key] ?? null,
    setItem(key: string, value: string) {
      if (Object.keys(kept).length >= room) throw new DOMException('full', 'QuotaExceededError')
      kept[key] = value
    },
    removeItem(key: string) {
      delete kept[key]
    },
    clear() {},
    key: () => null,
    length: 0,
  }
  return new Proxy<Storage>(methods, { ownKeys: () => Object.keys(kept), getOwnPropertyDescriptor: own })
  function own(_target: object, key: string | symbol) {
    return typeof key === 'string' && key in kept ? { enumerable: true, configurable: true } : undefined
  }
}

const dayMs = 24 * 3_600_000
const written: WrittenValue = { id: { client: 10, clock: 3 }, value: 40_000, writtenAt: 0, lost: true }

describe('the values I wrote, over a reload', () => {
  it('are kept by address for the same person and document, until dropped', () => {
    const browser = storage()
    browserMemory(browser, 'anna', 'a1', () => 0).keep('budgetAmount total', written)
    const again = browserMemory(browser, 'anna', 'a1', () => dayMs)
    expect([...again.load()]).toEqual([['budgetAmount total', written]])
    expect([...browserMemory(browser, 'bo', 'a1', () => 0).load()]).toEqual([])
    expect([...browserMemory(browser, 'anna', 'a2', () => 0).load()]).toEqual([])
    again.drop('budgetAmount total')
    expect([...again.load()]).toEqual([])
  })

  it('are forgotten after a month, and when something else has written there', () => {
    const browser = storage()
    browserMemory(browser, 'anna', 'a1', () => 0).keep('name value', written)
    browser.setItem('samskriv.value.anna.a1.period start', '{"id":')
    browser.setItem('samskriv.value.anna.a1.period end', '{"value":7}')
    expect([...browserMemory(browser, 'anna', 'a1', () => 31 * dayMs).load()]).toEqual([])
    expect(Object.keys(browser)).toEqual([])
  })

  it('are not kept where the browser has no room or no storage, and nothing breaks', () => {
    for (const browser of [storage(0), null]) {
      const memory = browserMemory(browser, 'anna', 'a1', () => 0)
      memory.keep('name value', written)
      memory.drop('name value')
      expect([...memory.load()]).toEqual([])
    }
  })
})

describe('the help under a heading', () => {
  it('is open until she has written there, and then folded the next time', () => {
    const browser = storage()
    const help = (person: string) => new GuidanceMemory(browser, person, '2024', 'goals')
    expect(help('anna').isOpen()).toBe(true)
    expect(help('anna').isOpen()).toBe(true)
    help('anna').used()
    expect(help('anna').isOpen()).toBe(false)
    expect(help('bo').isOpen()).toBe(true)
  })

  it('is as she turned it, also after she has written there', () => {
    const help = new GuidanceMemory(storage(), 'anna', '2024', 'goals')
    help.turned(true)
    help.used()
    expect(help.isOpen()).toBe(true)
    help.turned(false)
    expect(help.isOpen()).toBe(false)
  })

  it('is open where nothing can be remembered', () => {
    const help = new GuidanceMemory(null, 'anna', '2024', 'goals')
    help.used()
    expect(help.isOpen()).toBe(true)
  })
})

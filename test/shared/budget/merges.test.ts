import { generateKeyBetween } from 'fractional-indexing'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Budget } from '../../../shared/budget/Budget.ts'
import { budgetBlocks } from '../../../shared/budget/BudgetTemplate.ts'
import { budgetRows } from '../../../shared/budget/budgetContent.ts'
import {
  amountKey,
  otherRows,
  readAmountKey,
  readShareKey,
  shareKey,
} from '../../../shared/budget/budgetKeys.ts'
import { seedBudget } from '../../../shared/budget/seedBudget.ts'
import { sumsOf } from '../../../shared/budget/sums.ts'
import { itemsIn } from '../../../shared/document/items.ts'
import { budget2024 } from '../../../shared/form/forms/2024/budget.ts'
import { type Random, seeded } from '../form/seeded.ts'
import { party } from './budgets.ts'

const parties = ['owner', 'fk', 'af', 'region']

/** Everything that anybody has written under a key of the root, or a field of a row; nothing else may ever stand there. */
type Written = Map<string, Set<unknown>>

/** One person at a budget, with what has not reached the others. */
interface Writer {
  readonly doc: Y.Doc
  readonly root: Y.Map<unknown>
  sent: Uint8Array
}

function begun(): Uint8Array {
  const doc = new Y.Doc()
  seedBudget(doc.getMap('budget'), budget2024)
  return Y.encodeStateAsUpdate(doc)
}

function writer(begin: Uint8Array): Writer {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, begin)
  return { doc, root: doc.getMap('budget'), sent: Y.encodeStateVector(doc) }
}

function budgetOfRoot(root: Y.Map<unknown>): Budget {
  return {
    start: '2025-01-01',
    end: '2028-12-31',
    parties: parties.map(key => party(key, key)),
    ...budgetRows(root, parties),
  }
}

function labelsIn(begin: Uint8Array): Written {
  const rows = itemsIn(writer(begin).root)
  return new Map(rows.map(({ key, map }) => [`${key}/label`, new Set([map.get('label')])]))
}

/** One thing that somebody does: writes or empties a cell, adds, names, moves, removes or brings back a row. */
function act(random: Random, { doc, root }: Writer, written: Written, newKey: () => string): void {
  const say = (key: string, value: unknown) => written.set(key, (written.get(key) ?? new Set()).add(value))
  const rows = itemsIn(root)
  const row = rows[random.between(0, rows.length - 1)]
  const amount = random.pick([null, 0, random.between(1, 9_999) * 1000, 999_999_999_999] as const)
  const what = random.pick([
    'amount',
    'amount',
    'amount',
    'year',
    'year',
    'block',
    'add',
    'name',
    'move',
    'remove',
  ])
  doc.transact(() => {
    if (what === 'add' || !row) {
      const map = new Y.Map<unknown>()
      map.set('order', generateKeyBetween(String(rows.at(-1)?.map.get('order') ?? '') || null, null))
      map.set('block', random.pick(budgetBlocks))
      root.set(newKey(), map)
      return
    }
    const write = (key: string, value: unknown) => {
      say(key, value)
      root.set(key, value)
    }
    switch (what) {
      case 'amount':
        return write(amountKey(random.pick(['owner', 'fk', 'af', 'region']), row.key), amount)
      case 'year':
        return write(
          shareKey(random.pick([2025, 2026, 2027, 2028]), random.pick([row.key, otherRows])),
          amount,
        )
      case 'block':
        // A block paste: several cells in one step.
        for (const name of parties) write(amountKey(name, row.key), random.between(0, 999) * 1000)
        return
      case 'name': {
        const label = `Rad ${random.between(1, 99)}`
        say(`${row.key}/label`, label)
        row.map.set('label', label)
        return
      }
      case 'move': {
        const other = rows[random.between(0, rows.length - 1)]
        row.map.set('order', generateKeyBetween(null, String(other?.map.get('order'))))
        return
      }
      case 'remove':
        row.map.set('removed', random.pick([true, false]))
    }
  })
}

/** Everybody hears of everything, each in an order of their own, some of it twice. */
function meet(random: Random, writers: readonly Writer[]): void {
  const said = writers.map(({ doc, sent }) => Y.encodeStateAsUpdate(doc, sent))
  for (const { doc } of writers) {
    const order = said
      .flatMap(update => (random.between(0, 9) === 0 ? [update, update] : [update]))
      .map(update => ({ update, place: random.between(0, 1000) }))
      .sort((one, other) => one.place - other.place)
    for (const { update } of order) Y.applyUpdate(doc, update)
  }
  for (const one of writers) one.sent = Y.encodeStateVector(one.doc)
}

/** Sums worked out from the keys of the root alone, another way than `sums.ts` does. */
function plainSums(root: Y.Map<unknown>) {
  const alive = new Map(itemsIn(root).map(({ key, map }) => [key, String(map.get('block'))]))
  let [sought, own, allYears] = [0, 0, 0]
  for (const [key, value] of root) {
    if (typeof value !== 'number') continue
    const block = alive.get(readAmountKey(key)?.line ?? '')
    if (block?.startsWith('own')) own += value
    else if (block) sought += value
    const year = readShareKey(key)
    const divided = year && ['salary', 'premises'].includes(alive.get(year.line) ?? '')
    if (year?.line === otherRows || divided) allYears += value
  }
  return { sought, own, allYears }
}

describe('four people write in one budget, apart and together', () => {
  const begin = begun()

  it.each(Array.from({ length: 60 }, (_, index) => 700 + index))('and agree in the end, seed %i', seed => {
    const random = seeded(seed)
    const writers = Array.from({ length: 4 }, () => writer(begin))
    const written = labelsIn(begin)
    let added = 0
    for (let round = 0; round < 5; round += 1) {
      for (const [index, one] of writers.entries()) {
        for (let count = random.between(0, 12); count > 0; count -= 1) {
          act(random, one, written, () => {
            added += 1
            return `new-${index}-${added}`
          })
        }
      }
      meet(random, writers)
      const [first, ...others] = writers.map(({ root }) => budgetOfRoot(root))
      for (const other of others) expect(other).toEqual(first)
    }
    for (const { root } of writers) {
      const sums = sumsOf(budgetOfRoot(root))
      expect({ sought: sums.sought.total, own: sums.own.total, allYears: sums.allYears }).toEqual(
        plainSums(root),
      )
      for (const [key, value] of root) {
        if (value instanceof Y.Map) continue
        expect(written.get(key)?.has(value), `${key}: ${value}`).toBe(true)
      }
      for (const { key, map } of itemsIn(root)) {
        const label = map.get('label') ?? null
        expect(label === null || written.get(`${key}/label`)?.has(label), `${key}: ${label}`).toBe(true)
      }
    }
  })

  it('of which two who write in the same cell have one amount, that one of them wrote', () => {
    const [one, other] = [writer(begin), writer(begin)]
    one.root.set(amountKey('owner', 'salary-1'), 40_000)
    other.root.set(amountKey('owner', 'salary-1'), 45_000)
    meet(seeded(1), [one, other])
    const amounts = [one, other].map(({ root }) => root.get(amountKey('owner', 'salary-1')))
    expect(amounts[0]).toBe(amounts[1])
    expect([40_000, 45_000]).toContain(amounts[0])
  })

  it('of which an amount stays with its row when that is moved meanwhile, and comes back with it', () => {
    const [one, other] = [writer(begin), writer(begin)]
    one.root.set(amountKey('fk', 'salary-2'), 40_000)
    const row = other.root.get('salary-2')
    if (!(row instanceof Y.Map)) throw new Error('The row is not there')
    row.set('order', 'Zz')
    row.set('removed', true)
    meet(seeded(1), [one, other])
    expect(sumsOf(budgetOfRoot(one.root)).grand.total).toBe(0)
    row.set('removed', false)
    meet(seeded(2), [one, other])
    const [first] = budgetOfRoot(one.root).lines
    expect([first?.key, first?.amounts.get('fk')]).toEqual(['salary-2', 40_000])
    expect(sumsOf(budgetOfRoot(one.root)).sought.byParty.get('fk')).toBe(40_000)
  })

  it('of which the amounts of a party that is gone are not reckoned, and come back with the party', () => {
    const { root } = writer(begin)
    root.set(amountKey('fk', 'salary-1'), 40_000)
    root.set(amountKey('owner', 'salary-1'), 2000)
    const without = parties.filter(key => key !== 'fk')
    const rows = budgetRows(root, without)
    expect(
      sumsOf({ ...budgetOfRoot(root), ...rows, parties: without.map(key => party(key, key)) }).grand.total,
    ).toBe(2000)
    expect(sumsOf(budgetOfRoot(root)).grand.total).toBe(42_000)
  })
})

import { generateNKeysBetween } from 'fractional-indexing'
import * as Y from 'yjs'
import type { BudgetBlock } from '../../../shared/budget/BudgetTemplate.ts'
import { type Item, itemsIn } from '../../../shared/document/items.ts'
import type { FieldShape } from '../../../shared/document/roots.ts'
import { canonicalJson } from '../../../shared/version/canonicalForm.ts'
import { align } from '../../../shared/version/compare/align.ts'
import type { Comparer } from '../../../shared/version/compare/Comparer.ts'
import { Likable } from '../../../shared/version/compare/likeness.ts'
import { wordsOf } from '../../../shared/version/compare/words.ts'
import { longestRising } from './longestRising.ts'
import { setFields } from './writeFields.ts'

type Fields = Readonly<Record<string, FieldShape>>
type Values = Readonly<Record<string, unknown>>

/**
 * Makes the items of a root say `items`, in this order, and gives their keys. An item stays what it is where it says the
 * same or is like it; one that had been removed and said the same comes back. Others are flagged as removed, never taken
 * away, so that nothing that somebody writes in them is lost. Of a budget, the rows of one `block` are written by
 * themselves, and the others left alone.
 */
export function writeItems(
  root: Y.Map<unknown>,
  fields: Fields,
  items: readonly object[],
  newItemKey: () => string,
  comparer: Comparer,
  block?: BudgetBlock,
): string[] {
  const wanted = items.map(item => ({ ...item }) as Values)
  const live = itemsIn(root).filter(
    item => isRead(item, fields) && (block === undefined || item.map.get('block') === block),
  )
  const found = sameItems(live, wanted, fields, comparer)
  bringBack(root, wanted, fields, found)
  const written = wanted.map((values, index) => {
    const item = found.get(index) ?? addItem(root, newItemKey())
    setFields(item.map, fields, values, comparer)
    return item
  })
  const stays = new Set(written.map(({ key }) => key))
  for (const { key, map } of live) if (!stays.has(key)) map.set('removed', true)
  for (const { map } of written) if (map.get('removed') === true) map.set('removed', false)
  setOrder(written.map(({ map }) => map))
  return written.map(({ key }) => key)
}

/** A goal of no level that the form has is not read, and left alone. */
function isRead({ map }: Item, fields: Fields): boolean {
  const level = fields.level
  return level?.is !== 'oneOf' || level.values.some(value => value === map.get('level'))
}

/** The items that stay, by the place of what they are to say. */
function sameItems(
  live: readonly Item[],
  wanted: readonly Values[],
  fields: Fields,
  comparer: Comparer,
): Map<number, Item> {
  const like = (values: Values) => {
    const { vocabulary } = comparer
    const text = Object.values(values)
      .filter(value => value !== null)
      .join(' ')
    const id = vocabulary.id(`\0item ${canonicalJson(values)}`)
    return new Likable(id, 'item', vocabulary, () => wordsOf(text, vocabulary).ids)
  }
  const matches = align(
    live.map(({ map }) => like(valuesOf(map, fields))),
    wanted.map(values => like(onlyFields(values, fields))),
    comparer,
  )
  return new Map(
    matches.flatMap(({ from, to }) => {
      const item = live[from]
      return item ? [[to, item] as const] : []
    }),
  )
}

/** Finds those that are wanted, and not there, among those that have been removed. */
function bringBack(
  root: Y.Map<unknown>,
  wanted: readonly Values[],
  fields: Fields,
  found: Map<number, Item>,
): void {
  const removed = new Map<string, Item>()
  for (const [key, map] of root) {
    if (!(map instanceof Y.Map) || map.get('removed') !== true) continue
    removed.set(canonicalJson(valuesOf(map, fields)), { key, map })
  }
  for (const [index, values] of wanted.entries()) {
    const said = canonicalJson(onlyFields(values, fields))
    const item = removed.get(said)
    if (found.has(index) || !item) continue
    found.set(index, item)
    removed.delete(said)
  }
}

function addItem(root: Y.Map<unknown>, key: string): Item {
  root.set(key, new Y.Map<unknown>())
  return { key, map: root.get(key) as Y.Map<unknown> }
}

/** What the fields of an item say, as a version says it. */
function valuesOf(map: Y.Map<unknown>, fields: Fields): Values {
  return Object.fromEntries(
    Object.entries(fields).map(([name, shape]) => {
      const value = map.get(name) ?? null
      if (shape.is === 'prose') return [name, value instanceof Y.Text ? value.toString() : '']
      return [name, value === '' ? null : value]
    }),
  )
}

function onlyFields(values: Values, fields: Fields): Values {
  return Object.fromEntries(
    Object.entries(fields).map(([name, shape]) => [name, values[name] ?? (shape.is === 'prose' ? '' : null)]),
  )
}

/** Gives the items this order, and writes as few order keys as it takes. */
function setOrder(maps: readonly Y.Map<unknown>[]): void {
  const orders = maps.map(map => map.get('order'))
  const kept = orders.filter(order => typeof order === 'string')
  const ranks = new Map([...new Set(kept)].sort(byCodeUnit).map((order, rank) => [order, rank]))
  const ranked = [...orders.entries()].flatMap(([place, order]) => {
    const rank = typeof order === 'string' ? ranks.get(order) : undefined
    return rank === undefined ? [] : [{ place, rank }]
  })
  const stay = new Set(
    longestRising(ranked.map(({ rank }) => rank)).flatMap(index => ranked[index]?.place ?? []),
  )
  const wanted = ordersAround(orders.map((order, place) => (stay.has(place) ? String(order) : null)))
  for (const [place, map] of maps.entries()) {
    if (map.get('order') !== wanted[place]) map.set('order', wanted[place])
  }
}

/** Order keys for all, those that are given among them where that can be. */
function ordersAround(given: readonly (string | null)[]): string[] {
  try {
    const orders: string[] = []
    for (let place = 0; place < given.length; ) {
      const order = given[place]
      if (typeof order === 'string') {
        orders.push(order)
        place += 1
        continue
      }
      const next = given.findIndex((other, at) => at > place && other !== null)
      const end = next === -1 ? given.length : next
      orders.push(...generateNKeysBetween(orders.at(-1) ?? null, given[end] ?? null, end - place))
      place = end
    }
    return orders
  } catch {
    // The package refuses keys that it has not made, which any client may have written: then all get new ones.
    return generateNKeysBetween(null, null, given.length)
  }
}

function byCodeUnit(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

import { generateNKeysBetween } from 'fractional-indexing'
import * as Y from 'yjs'
import { type Item, itemsIn } from '../../../shared/document/items.ts'
import type { FieldShape } from '../../../shared/document/roots.ts'
import type { FieldValue } from '../../../shared/document/value.ts'
import { fieldEdit } from '../../sync/LiveDocument.ts'

const keyLetters = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** A key for a new item that no other client will draw: 18 letters and digits, 93 bits. */
export function newItemKey(): string {
  const drawn = crypto.getRandomValues(new Uint8Array(18))
  return Array.from(drawn, byte => keyLetters[byte % keyLetters.length]).join('')
}

/**
 * Adds an item last in its root, whole and in one transaction, with its prose in it: nobody ever sees half of it,
 * and two people never make the same prose. Returns its key.
 */
export function addItem(
  doc: Y.Doc,
  section: string,
  fields: Readonly<Record<string, FieldShape>>,
  values: Readonly<Record<string, FieldValue>> = {},
): string {
  const root = doc.getMap(section)
  const key = newItemKey()
  doc.transact(() => {
    const map = new Y.Map<unknown>()
    for (const [name, value] of Object.entries(values)) map.set(name, value)
    for (const [name, shape] of Object.entries(fields)) if (shape.is === 'prose') map.set(name, new Y.Text())
    map.set('removed', false)
    map.set('order', makeRoom(itemsIn(root), itemsIn(root).length))
    root.set(key, map)
  }, fieldEdit)
  return key
}

/** Moves an item to stand before `beforeKey`, or last when that is null; `values` change with it. */
export function moveItem(
  doc: Y.Doc,
  section: string,
  key: string,
  beforeKey: string | null,
  values: Readonly<Record<string, FieldValue>> = {},
): void {
  const root = doc.getMap(section)
  const map = root.get(key)
  if (!(map instanceof Y.Map)) return
  const others = itemsIn(root).filter(item => item.key !== key)
  const index = others.findIndex(item => item.key === beforeKey)
  doc.transact(() => {
    for (const [name, value] of Object.entries(values)) map.set(name, value)
    map.set('order', makeRoom(others, index === -1 ? others.length : index))
  }, fieldEdit)
}

/** Marks an item as removed, or takes the mark away. Nothing in it is lost by either. */
export function setRemoved(doc: Y.Doc, section: string, key: string, removed: boolean): void {
  const map = doc.getMap(section).get(key)
  if (map instanceof Y.Map) doc.transact(() => map.set('removed', removed), fieldEdit)
}

/** Gives the items of a root the order of `keys`, and writes only what changes. */
export function reorderItems(doc: Y.Doc, section: string, keys: readonly string[]): void {
  const items = itemsIn(doc.getMap(section))
  if (keys.every((key, index) => key === items[index]?.key)) return
  const orders = generateNKeysBetween(null, null, keys.length)
  doc.transact(() => {
    for (const [index, key] of keys.entries()) {
      const map = items.find(item => item.key === key)?.map
      if (map && orders[index] !== undefined) setOrder(map, orders[index])
    }
  }, fieldEdit)
}

/**
 * An order key for a place among `siblings`: before the one at `index`. Two people who add at the same place draw
 * the same key, and between equal keys there is no room; then those from `index` on that share it get new ones.
 * Keys that another client has made up, which no room can be found between, make all get new ones.
 */
function makeRoom(siblings: readonly Item[], index: number): string {
  const before = orderAt(siblings, index - 1)
  let end = index
  while (end < siblings.length && before !== null && (orderAt(siblings, end) ?? '') <= before) end++
  const crowded = siblings.slice(index, end)
  const orders = keysBetween(before, orderAt(siblings, end), crowded.length + 1)
  if (orders === null) return renumber(siblings, index)
  for (const [offset, item] of crowded.entries()) setOrder(item.map, orders[offset + 1])
  return orders[0] ?? renumber(siblings, index)
}

function renumber(siblings: readonly Item[], index: number): string {
  const orders = generateNKeysBetween(null, null, siblings.length + 1)
  const [own = ''] = orders.splice(index, 1)
  for (const [place, item] of siblings.entries()) setOrder(item.map, orders[place])
  return own
}

function keysBetween(before: string | null, after: string | null, count: number): string[] | null {
  try {
    return generateNKeysBetween(before, after, count)
  } catch {
    // The package refuses keys that it has not made, which any client may have written.
    return null
  }
}

function orderAt(siblings: readonly Item[], index: number): string | null {
  const order = siblings[index]?.map.get('order')
  return typeof order === 'string' ? order : null
}

function setOrder(map: Y.Map<unknown>, order: string | undefined): void {
  if (order !== undefined && map.get('order') !== order) map.set('order', order)
}

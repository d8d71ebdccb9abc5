import { generateNKeysBetween } from 'fractional-indexing'
import * as Y from 'yjs'
import { type Item, itemsIn } from '../../../shared/document/items.ts'
import { makeRoom } from '../../../shared/document/makeRoom.ts'
import type { FieldShape } from '../../../shared/document/roots.ts'
import type { FieldValue } from '../../../shared/document/value.ts'
import { fieldEdit } from '../../sync/LiveDocument.ts'

const keyLetters = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** A key for a new item that no other client will draw: 18 letters and digits, 93 bits. */
export function newItemKey(): string {
  const drawn = crypto.getRandomValues(new Uint8Array(18))
  return Array.from(drawn, byte => keyLetters[byte % keyLetters.length]).join('')
}

/** What an item is begun with, and where. */
interface Begun {
  /** Words of its prose fields; those that are not in it begin empty. */
  readonly prose?: Readonly<Record<string, string>>
  /** Its place among the others; last unless it says. */
  readonly placeAmong?: (others: readonly Item[]) => number
}

/**
 * Adds an item to its root, last unless it has a place, whole and in one transaction, with its prose in it: nobody ever
 * sees half of it, and two people never make the same prose. Returns its key.
 */
export function addItem(
  doc: Y.Doc,
  section: string,
  fields: Readonly<Record<string, FieldShape>>,
  values: Readonly<Record<string, FieldValue>> = {},
  { prose = {}, placeAmong = others => others.length }: Begun = {},
): string {
  const root = doc.getMap(section)
  const key = newItemKey()
  doc.transact(() => {
    const map = new Y.Map<unknown>()
    for (const [name, value] of Object.entries(values)) map.set(name, value)
    for (const [name, shape] of Object.entries(fields))
      if (shape.is === 'prose') map.set(name, new Y.Text(prose[name] ?? ''))
    map.set('removed', false)
    map.set('order', makeRoom(itemsIn(root), placeAmong(itemsIn(root))))
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
      const order = orders[index]
      if (map && order !== undefined && map.get('order') !== order) map.set('order', order)
    }
  }, fieldEdit)
}

import { generateNKeysBetween } from 'fractional-indexing'
import type * as Y from 'yjs'
import type { Item } from './items.ts'

/**
 * An order key for a place among `siblings`, which are in order: before the one at `index`. Two people who add at the
 * same place draw the same key, and between equal keys there is no room; then those from `index` on that share it get
 * new ones. Keys that another client has made up, which no room can be found between, make all get new ones.
 */
export function makeRoom(siblings: readonly Item[], index: number): string {
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

import * as Y from 'yjs'

/** One item of a structured root (a goal, a party, a log line) with its key. */
export interface Item {
  readonly key: string
  readonly map: Y.Map<unknown>
}

/**
 * The items of a root that have not been removed, and those of `alsoRemoved`, in their order; equal order keys fall
 * back on the item key.
 */
export function itemsIn(root: Y.Map<unknown>, alsoRemoved: ReadonlySet<string> = new Set()): Item[] {
  const items: Item[] = []
  for (const [key, map] of root) {
    if (!(map instanceof Y.Map)) continue
    if (map.get('removed') !== true || alsoRemoved.has(key)) items.push({ key, map })
  }
  return items.sort((one, other) => compare(orderOf(one), orderOf(other)) || compare(one.key, other.key))
}

function orderOf(item: Item): string {
  const order = item.map.get('order')
  return typeof order === 'string' ? order : ''
}

/** By code unit: order keys are not words, so no language's alphabet applies. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

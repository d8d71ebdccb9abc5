import * as Y from 'yjs'

/** Identity of one written value. */
export interface WrittenId {
  readonly client: number
  readonly clock: number
}

/**
 * How the value that stands in `map` now came over the one I wrote: `unseen` when its writer had not seen mine
 * (both were written at once, and Yjs let one win), `seen` when it was written on top of mine. Null when mine
 * still stands, or what is known of the two does not tell.
 */
export function replacedBy(map: Y.Map<unknown>, key: string, mine: WrittenId): 'seen' | 'unseen' | null {
  const store = map.doc?.store
  const winner = map._map.get(key)
  if (!store || !winner || holds(winner, mine)) return null
  if (Y.getState(store, mine.client) <= mine.clock) return null
  // A value's origin is the one its writer saw in the field; mine was seen if it is anywhere back along the chain.
  let before = winner.origin
  while (before !== null) {
    const struct = Y.getItem(store, before)
    if (!(struct instanceof Y.Item)) return null
    if (holds(struct, mine)) return 'seen'
    before = struct.origin
  }
  return 'unseen'
}

/** Yjs joins neighbouring deleted values into one item, so an identity may lie inside a longer one. */
function holds(item: Y.Item, id: WrittenId): boolean {
  return item.id.client === id.client && item.id.clock <= id.clock && id.clock < item.id.clock + item.length
}

import * as Y from 'yjs'
import { Refused } from './Refused.ts'

interface Cuts {
  count: number
  last: number
  highest: number
}

/**
 * How much an update may make Yjs move. It keeps the pieces of one client in one array; to cut one in two, or to join
 * what is left of a deleted block, moves all behind it. A frame of 1 MiB that cuts a long text backwards would take
 * thirteen seconds, and one of 20 bytes that deletes 100 000 blocks half a minute.
 */
export class MoveBudget {
  #left: number
  readonly #store: Y.Doc['store']
  readonly #cuts = new Map<number, Cuts>()
  readonly #buried = new Set<Y.AbstractType<unknown>>()
  #longest: number | null = null

  constructor(maxMoves: number, store: Y.Doc['store']) {
    this.#left = maxMoves
    this.#store = store
  }

  /** So many pieces are moved. Throws `Refused` when the budget is spent. */
  spend(moves: number): void {
    this.#left -= moves
    if (this.#left < 0) throw new Refused('malformed')
  }

  /**
   * A piece of `client` is cut before `clock`, with `behind` pieces behind it in its array as it was before the update.
   * Throws `Refused` when the budget is spent.
   */
  cut(client: number, clock: number, behind: number): void {
    const cuts = this.#cuts.get(client) ?? { count: 0, last: -1, highest: -1 }
    if (cuts.count === 0) this.#cuts.set(client, cuts)
    // After one element and before the next is the same cut.
    if (clock === cuts.last) return
    // What has been cut before is behind it, unless it goes on from there.
    this.spend(1 + behind + (clock > cuts.highest ? 0 : cuts.count))
    cuts.count += 1
    cuts.last = clock
    cuts.highest = Math.max(cuts.highest, clock)
  }

  /** A type is deleted, and with it all that stands in it: Yjs joins what is left of each type that stood there. */
  bury(deleted: Y.AbstractType<unknown>): void {
    const types = [deleted]
    for (let type = types.pop(); type; type = types.pop()) {
      if (this.#buried.has(type)) continue
      this.#buried.add(type)
      this.spend(this.#longestArray())
      for (let item = type._start; item !== null; item = item.right) {
        if (!item.deleted && item.content instanceof Y.ContentType) types.push(item.content.type)
      }
      for (const { deleted, content } of type._map.values()) {
        if (!deleted && content instanceof Y.ContentType) types.push(content.type)
      }
    }
  }

  /** Whose pieces stood in it is not asked: it may be anybody's. */
  #longestArray(): number {
    if (this.#longest !== null) return this.#longest
    let longest = 0
    for (const { length } of this.#store.clients.values()) longest = Math.max(longest, length)
    this.#longest = longest
    return longest
  }
}

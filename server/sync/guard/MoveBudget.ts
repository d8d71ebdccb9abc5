import { Refused } from './Refused.ts'

interface Cuts {
  count: number
  last: number
  highest: number
}

/**
 * How much an update may make Yjs move. It keeps the pieces of one client in one array; to cut one in two moves all
 * behind it. A frame of 1 MiB that cuts a long text backwards would take thirteen seconds.
 */
export class MoveBudget {
  #left: number
  readonly #cuts = new Map<number, Cuts>()

  constructor(maxMoves: number) {
    this.#left = maxMoves
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
    this.#left -= 1 + behind + (clock > cuts.highest ? 0 : cuts.count)
    if (this.#left < 0) throw new Refused('malformed')
    cuts.count += 1
    cuts.last = clock
    cuts.highest = Math.max(cuts.highest, clock)
  }
}

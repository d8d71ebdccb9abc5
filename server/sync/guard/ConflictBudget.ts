import * as Y from 'yjs'
import { type Neighbour, NewStruct, type Parent } from './NewStruct.ts'
import { Refused } from './Refused.ts'
import type { Id, Struct } from './readUpdate.ts'

/** Steps that any update may cost, and how many more for each struct. A step takes Yjs about 0.1 µs. */
const steps = 50_000
const stepsPerStruct = 20

/** What is known of the place behind an element. */
interface Gap {
  /** What its author has seen next; null at the end. */
  readonly next: Id | null
  /** Elements there that she had not seen. */
  readonly unseen: number
}

/** A struct with its neighbours as Yjs will see them. */
export interface Arrival {
  readonly struct: Struct
  readonly parent: Parent
  readonly key: string | null
  readonly origin: Id | null
  readonly left: Neighbour | null
  readonly right: Neighbour | null
}

/**
 * How much an update may make Yjs search. To place an element Yjs walks from its origin to its right origin over
 * all that others have put between; whoever writes sees nothing between, so honest walks are as short as what
 * was written at the same time. Elements made up to lie far apart would cost the square of their number: eight
 * seconds for two frames of 48 kB.
 */
export class ConflictBudget {
  #steps: number
  readonly #gaps = new Map<string | Parent, Gap>()
  /** How many have come into each sequence, and under each key. */
  readonly #arrived = new Map<Parent, Map<string | null, number>>()

  constructor(structCount: number) {
    this.#steps = steps + stepsPerStruct * structCount
  }

  /** Throws `Refused` when the budget is spent, or when the neighbours stand the wrong way round. */
  spend(arrival: Arrival): void {
    const { struct, parent, key, origin } = arrival
    if (standsCrosswise(arrival)) throw new Refused('gap')
    const behind = origin ? `${origin.client}.${origin.clock}` : key === null ? parent : null
    const gap = (behind !== null && this.#gaps.get(behind)) || this.#gapOf(arrival)
    const arrivals = this.#arrivalsIn(parent)
    const arrived = arrivals.get(key) ?? 0
    // Where she has seen something else there, or not all, it may be any number of those that came before it.
    const isBesideNext = behind !== null && gap.unseen === 0 && isSame(gap.next, struct.rightOrigin)
    this.#pay(gap.unseen + (isBesideNext ? 0 : arrived))
    if (behind !== null) this.#gaps.set(behind, { next: struct, unseen: gap.unseen })
    arrivals.set(key, arrived + 1)
  }

  #arrivalsIn(parent: Parent): Map<string | null, number> {
    const known = this.#arrived.get(parent)
    if (known) return known
    const arrivals = new Map<string | null, number>()
    this.#arrived.set(parent, arrivals)
    return arrivals
  }

  #pay(cost: number): void {
    this.#steps -= cost
    if (this.#steps < 0) throw new Refused('malformed')
  }

  #gapOf({ struct, parent, key, origin, left, right }: Arrival): Gap {
    const next = struct.rightOrigin
    if (left === right && origin && next) {
      // Both in one run of characters.
      return { next, unseen: next.clock === origin.clock + 1 ? 0 : 1 }
    }
    if (left instanceof NewStruct && origin) {
      const isEnd = origin.clock === left.struct.clock + left.struct.length - 1
      return {
        next: isEnd ? left.struct.rightOrigin : { client: origin.client, clock: origin.clock + 1 },
        unseen: 0,
      }
    }
    if (left instanceof Y.Item) return { next, unseen: this.#walk(left.right, right) }
    if (parent instanceof NewStruct) return { next: null, unseen: 0 }
    return {
      next,
      unseen: this.#walk(key === null ? parent._start : this.#oldest(parent._map.get(key)), right),
    }
  }

  /** Elements of the document from `first` to before `right`, or to the end when it is not of the document. */
  #walk(first: Y.Item | null, right: Neighbour | null): number {
    let count = 0
    for (let item = first; item !== right; item = item.right) {
      if (item === null) {
        if (right instanceof Y.Item) throw new Refused('gap')
        break
      }
      count += 1
      if (count > this.#steps) throw new Refused('malformed')
    }
    return count
  }

  #oldest(value: Y.Item | undefined): Y.Item | null {
    let item = value ?? null
    while (item?.left) {
      this.#pay(1)
      item = item.left
    }
    return item
  }
}

/**
 * Behind an element of a run of characters, and before an earlier one of it. Undo sometimes puts words back so; where
 * Yjs then places them is not the same for everybody.
 */
function standsCrosswise({ struct, origin, left, right }: Arrival): boolean {
  const next = struct.rightOrigin
  return left !== null && left === right && origin !== null && next !== null && next.clock <= origin.clock
}

function isSame(one: Id | null, other: Id | null): boolean {
  return one === null || other === null
    ? one === other
    : one.client === other.client && one.clock === other.clock
}

import { Refused } from '../http/refuse.ts'

interface TurnLimits {
  /** How many have their turn at the same time. */
  readonly together: number
  /** Those that wait for theirs: all together, and of one person. */
  readonly mostWaiting: number
  readonly mostOfOne: number
}

/** Whose turn it is to be, and how we hear that she does not wait any more. */
export interface Asking {
  readonly personId: string
  /** Is aborted when nobody is there to read the answer. */
  readonly gone: AbortSignal
}

/** When whoever found too many waiting may try again. */
const busySeconds = 10

/**
 * Turns of people who ask for something heavy. Nobody has two at once, and after hers everybody else who waits comes
 * before she does: whoever asks for ten things makes only herself wait.
 */
export class FairTurns {
  readonly #limits: TurnLimits
  /** The turns of those who wait, by person; the person who is next stands first. */
  readonly #waiting = new Map<string, (() => void)[]>()
  readonly #having = new Set<string>()

  constructor(limits: TurnLimits) {
    this.#limits = limits
  }

  /**
   * Waits for a turn, and gives what is to be called when it is over. Refuses when too many wait, and when whoever asked
   * has gone before it came.
   */
  async begin({ personId, gone }: Asking): Promise<() => void> {
    if (gone.aborted) throw nobodyReads()
    if (this.#having.size < this.#limits.together && !this.#having.has(personId)) {
      this.#having.add(personId)
    } else await this.#wait(personId, gone)
    return () => {
      this.#having.delete(personId)
      const hers = this.#waiting.get(personId)
      if (hers) {
        // Behind the others.
        this.#waiting.delete(personId)
        this.#waiting.set(personId, hers)
      }
      this.#next()
    }
  }

  async #wait(personId: string, gone: AbortSignal): Promise<void> {
    const { mostWaiting, mostOfOne } = this.#limits
    const hers = this.#waiting.get(personId) ?? []
    const all = [...this.#waiting.values()].reduce((sum, { length }) => sum + length, 0)
    if (all >= mostWaiting || hers.length >= mostOfOne) throw new Refused('tooManyAttempts', [], busySeconds)
    this.#waiting.set(personId, hers)
    await new Promise<void>((resolve, reject) => {
      const begin = () => {
        gone.removeEventListener('abort', leave)
        resolve()
      }
      const leave = () => {
        this.#leave(personId, begin)
        reject(nobodyReads())
      }
      gone.addEventListener('abort', leave, { once: true })
      hers.push(begin)
    })
  }

  #leave(personId: string, turn: () => void): void {
    const hers = this.#waiting.get(personId) ?? []
    const others = hers.filter(other => other !== turn)
    if (others.length === 0) this.#waiting.delete(personId)
    else hers.splice(0, hers.length, ...others)
  }

  #next(): void {
    for (const [personId, [turn]] of this.#waiting) {
      if (turn === undefined || this.#having.has(personId)) continue
      this.#having.add(personId)
      this.#leave(personId, turn)
      turn()
      return
    }
  }
}

function nobodyReads(): Refused {
  return new Refused('malformedRequest')
}

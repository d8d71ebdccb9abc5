import { Effort } from './keptRuns.ts'
import { Vocabulary } from './words.ts'

/** A fifth of a second or so in the worst case, beside what is in proportion to the length. */
const mostSteps = 40_000_000

/** What one comparison carries along: its words, what it may still spend, and the number of its last change. */
export class Comparer {
  readonly vocabulary = new Vocabulary()
  readonly effort = new Effort(mostSteps)
  #changes = 0

  get changes(): number {
    return this.#changes
  }

  /** Called in reading order. */
  nextChange(): number {
    this.#changes += 1
    return this.#changes
  }
}

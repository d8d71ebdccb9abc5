/** What the page is told after contact has come back: changes of mine, and places that others have changed. */
export interface Merged {
  readonly mine: number
  readonly others: number
}

/** Counts what is merged after contact has been lost, until all of mine has been sent. */
export class Comeback {
  #isOn = false
  #others = 0
  readonly #mine = new Set<number>()

  /** True from the loss until everything is sent. */
  get isOn(): boolean {
    return this.#isOn
  }

  lost(): void {
    this.#isOn = true
  }

  ofOthers(places: number): void {
    if (this.#isOn) this.#others += places
  }

  /** Bursts of mine that have been saved. */
  ofMine(bursts: readonly number[]): void {
    if (this.#isOn) for (const burst of bursts) this.#mine.add(burst)
  }

  /** Everything is sent. Null when there is nothing to tell. */
  over(): Merged | null {
    const merged = { mine: this.#mine.size, others: this.#others }
    const tells = this.#isOn && merged.mine + merged.others > 0
    this.#isOn = false
    this.#others = 0
    this.#mine.clear()
    return tells ? merged : null
  }
}

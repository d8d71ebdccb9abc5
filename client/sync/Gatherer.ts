/** How long something may wait for what comes after it. Nobody sees it; 25 times a second is often enough. */
export const gatherMs = 40

/**
 * Gathers what comes in short order and hands it on together. Every drawing of what colleagues write and where they
 * are can keep my own next key press waiting; four of them would be drawn sixty times a second. What comes after a
 * pause is handed on at once.
 */
export class Gatherer<T> {
  readonly #take: (gathered: readonly T[]) => void
  #gathered: T[] = []
  /** Runs for as long as what comes must wait. */
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(take: (gathered: readonly T[]) => void) {
    this.#take = take
  }

  add(one: T): void {
    this.#gathered.push(one)
    if (this.#timer === undefined) this.#handOn()
  }

  /** Hands on at once what has been gathered. */
  flush(): void {
    const gathered = this.#gathered
    this.#gathered = []
    if (gathered.length > 0) this.#take(gathered)
  }

  /** Forgets what has been gathered. */
  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#gathered = []
  }

  #handOn(): void {
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      if (this.#gathered.length > 0) this.#handOn()
    }, gatherMs)
    this.flush()
  }
}

/** Keys that are kept count of; beyond that the longest known is forgotten. */
const mostKeys = 100_000

/** How often something has been tried by each key, an address say, in a window of time that moves along. */
export class Attempts {
  readonly #most: number
  readonly #windowMs: number
  /** When each of the tries that count was made, oldest first. */
  readonly #tries = new Map<string, number[]>()

  constructor(most: number, windowMs: number) {
    this.#most = most
    this.#windowMs = windowMs
  }

  /** Counts a try at `now` and gives null; or, when there have been too many, in how many seconds the next may come. */
  take(key: string, now: number): number | null {
    const tries = (this.#tries.get(key) ?? []).filter(at => now - at < this.#windowMs)
    const [oldest] = tries
    if (oldest !== undefined && tries.length >= this.#most) {
      // Only those that were let through count: whoever waits as long as she is told gets in.
      return Math.max(1, Math.ceil((oldest + this.#windowMs - now) / 1000))
    }
    this.#tries.delete(key)
    this.#tries.set(key, [...tries, now])
    this.#forgetOld(now)
    return null
  }

  #forgetOld(now: number): void {
    // The keys stand in the order of their last try.
    for (const [key, tries] of this.#tries) {
      if (this.#tries.size <= mostKeys && now - (tries.at(-1) ?? 0) < this.#windowMs) return
      this.#tries.delete(key)
    }
  }
}

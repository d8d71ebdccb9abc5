/** Pauses between attempts: longer with each, and spread out so that a whole office does not come back at once. */
export class Pauses {
  readonly #firstMs: number
  readonly #longestMs: number
  #attempts = 0

  constructor(firstMs: number, longestMs: number) {
    this.#firstMs = firstMs
    this.#longestMs = longestMs
  }

  nextMs(): number {
    const longest = Math.min(this.#longestMs, this.#firstMs * 2 ** this.#attempts)
    this.#attempts += 1
    return longest / 2 + Math.random() * (longest / 2)
  }

  reset(): void {
    this.#attempts = 0
  }
}

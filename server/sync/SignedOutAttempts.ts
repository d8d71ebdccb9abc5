const minuteMs = 60_000

/** How often somebody without a session has tried to open a line, from each address, in the last minute. */
export class SignedOutAttempts {
  readonly #mostPerMinute: number
  #minute = 0
  #attempts = new Map<string, number>()

  constructor(mostPerMinute: number) {
    this.#mostPerMinute = mostPerMinute
  }

  /** Counts an attempt. False when there have been too many from this address. */
  mayTry(address: string, now: number): boolean {
    const minute = Math.floor(now / minuteMs)
    if (minute !== this.#minute) {
      this.#minute = minute
      this.#attempts = new Map()
    }
    const attempts = (this.#attempts.get(address) ?? 0) + 1
    this.#attempts.set(address, attempts)
    return attempts <= this.#mostPerMinute
  }
}

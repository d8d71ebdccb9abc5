interface Waiting {
  /** How much of the disk's work it still waits for. */
  left: number
  failed: { readonly fault: unknown } | null
  readonly then: () => void
}

/**
 * What is to be done once the disk has something, in the order in which it was asked for. What comes due in one turn
 * of the event loop is done together: the disk says many things at once, since they share a sync.
 */
export class AfterDisk {
  readonly #broken: (fault: unknown) => void
  readonly #done: () => void
  #waiting: Waiting[] = []
  #isDue = false
  #stopped = false
  #whenSettled: (() => void)[] = []

  /** `done` is called after each run of things; `broken` once, in its turn, when the disk has refused something. */
  constructor(done: () => void, broken: (fault: unknown) => void) {
    this.#done = done
    this.#broken = broken
  }

  /** Does `then` when `disk`, and everything asked for before, is durable; never, when some of that has failed. */
  add(disk: readonly Promise<unknown>[], then: () => void): void {
    const waiting: Waiting = { left: disk.length, failed: null, then }
    // What is asked for after a stop must not be waited for; only the disk's answers are still listened to.
    if (!this.#stopped) this.#waiting.push(waiting)
    if (disk.length === 0) this.#look()
    for (const work of disk) {
      work.then(
        () => {
          waiting.left -= 1
          if (waiting.left === 0) this.#look()
        },
        fault => {
          waiting.failed ??= { fault }
          this.#look()
        },
      )
    }
  }

  /** Resolves when all that has been asked for so far is done, or never will be. */
  async reached(): Promise<void> {
    if (this.#waiting.length === 0) return
    await new Promise<void>(resolve => {
      this.#whenSettled.push(resolve)
      this.add([], resolve)
    })
  }

  /** True when nothing waits. */
  get isSettled(): boolean {
    return this.#waiting.length === 0
  }

  /** Resolves when nothing waits any more: all is done, or never will be. */
  async settled(): Promise<void> {
    if (this.#waiting.length === 0) return
    await new Promise<void>(resolve => this.#whenSettled.push(resolve))
  }

  /** Nothing that waits is done any more. */
  stop(): void {
    this.#stopped = true
    this.#waiting = []
    this.#settle()
  }

  #look(): void {
    if (this.#isDue || this.#stopped) return
    this.#isDue = true
    // After all that the disk says in this turn.
    process.nextTick(() => this.#run())
  }

  #run(): void {
    this.#isDue = false
    let done = 0
    for (const { left, failed, then } of this.#waiting) {
      if (failed) {
        this.#broken(failed.fault)
        break
      }
      if (left > 0) break
      done += 1
      then()
      if (this.#stopped) break
    }
    if (this.#stopped) return
    this.#waiting = this.#waiting.slice(done)
    if (done > 0) this.#done()
    if (this.#waiting.length === 0) this.#settle()
  }

  #settle(): void {
    const resolve = this.#whenSettled
    this.#whenSettled = []
    for (const tell of resolve) tell()
  }
}

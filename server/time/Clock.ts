/** Time, so that a spring can pass in a test. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls `work` after `waitMs`, unless the function that it gives is called before. */
  after(waitMs: number, work: () => void): () => void
}

/** The clock of the machine. What waits keeps no program running. */
export const machineClock: Clock = {
  now: Date.now,
  after: (waitMs, work) => {
    const timer = setTimeout(work, waitMs).unref()
    return () => clearTimeout(timer)
  },
}

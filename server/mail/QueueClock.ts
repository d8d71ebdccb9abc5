/** Time and chance, so that a day can be short in a test. */
export interface QueueClock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls `work` after `waitMs`, unless the function that it gives is called before. */
  after(waitMs: number, work: () => void): () => void
  /** From 0 to less than 1. */
  random(): number
}

export const realClock: QueueClock = {
  now: Date.now,
  after: (waitMs, work) => {
    const timer = setTimeout(work, waitMs)
    return () => clearTimeout(timer)
  },
  random: Math.random,
}

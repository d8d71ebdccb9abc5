export interface Random {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  pick<T>(choices: readonly [T, ...T[]]): T
}

/** The same numbers for the same seed (mulberry32). Name the test after the seed, so that a failure can be repeated. */
export function seeded(seed: number): Random {
  let state = seed
  function fraction(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  function between(low: number, high: number): number {
    return low + Math.floor(fraction() * (high - low + 1))
  }
  return { between, pick: choices => choices[between(0, choices.length - 1)] ?? choices[0] }
}

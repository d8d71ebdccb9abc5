import { type Assertion, expect } from 'vitest'

/** Looks again and again until it is so: `eventually(() => box.inputValue()).toBe('…')`. Says so when it has waited in vain. */
export function eventually<T>(look: () => Promise<T>): Assertion<Promise<void>, T> {
  return expect.poll(look, { timeout: 40_000, interval: 50, message: 'waited in vain' })
}

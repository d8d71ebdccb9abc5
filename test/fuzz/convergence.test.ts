import { describe, expect, it } from 'vitest'
import { ConvergenceRun } from './ConvergenceRun.ts'
import { failedSeeds } from './failedSeeds.ts'

/** One seed in full length; the others are shorter, so that twenty of them fit in a test run. */
const fullSeed = 1
const fullEdits = 5000
const shortSeeds = Array.from({ length: 19 }, (_, index) => index + 2)
const shortEdits = 300

describe('ten people who write at once, on bad lines, while the server is killed', () => {
  const failed = new Set(failedSeeds.map(([seed]) => seed))
  const runs: (readonly [seed: number, edits: number])[] = [
    [fullSeed, fullEdits],
    ...failedSeeds,
    ...shortSeeds.filter(seed => !failed.has(seed)).map(seed => [seed, shortEdits] as const),
  ]
  it.each(runs)(
    'all have the same in the end, and nothing that anybody typed is lost (seed %i, %i edits)',
    async (seed, edits) => {
      expect(await ConvergenceRun.of(seed, edits)).toMatchObject({
        lost: [],
        broken: [],
        apart: [],
        faults: [],
      })
    },
    60_000,
  )
})

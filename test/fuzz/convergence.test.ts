import { describe, expect, it } from 'vitest'
import { ConvergenceRun } from './ConvergenceRun.ts'
import { failedSeeds } from './failedSeeds.ts'

/** One seed in full length; the others are shorter, so that twenty of them fit in a test run. */
const fullSeed = 1
const fullEdits = 5000
const shortSeeds = Array.from({ length: 19 }, (_, index) => index + 2)
const shortEdits = 300

describe('ten people who write at once, on bad lines, while the server is killed', () => {
  const runs = [
    [fullSeed, fullEdits],
    ...[...new Set([...failedSeeds, ...shortSeeds])].map(seed => [seed, shortEdits]),
  ] as [number, number][]
  it.each(runs)(
    'all have the same in the end, and nothing that anybody typed is lost (seed %i, %i edits)',
    async (seed, edits) => {
      const { counts, ...findings } = await ConvergenceRun.of(seed, edits)
      if (process.env.SHOW) console.log(seed, counts)
      expect(findings).toEqual({ lost: [], broken: [], apart: [], faults: [] })
    },
    60_000,
  )
})

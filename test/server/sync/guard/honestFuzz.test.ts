import { describe, it } from 'vitest'
import { HonestRun } from './HonestRun.ts'

/** A seed that has failed once stays, in front. `npm run fuzz` goes through many more. */
const seeds = [1, 2, 3, 4, 5, 6, 7, 8]
const steps = 1000

describe('honest clients of the editor binding', () => {
  it.each(seeds)(
    'are never refused, are known by what they touch, and lose nothing unseen (seed %i)',
    seed => {
      const run = new HonestRun(seed)
      for (let step = 0; step < steps; step++) run.step()
      run.settle()
      run.expectNothingLost()
    },
    20_000,
  )
})

/**
 * Runs the fuzz on many seeds: `npm run fuzz -- ‹from› ‹count›` (1 and 1 000 unless told otherwise) lets ten people write
 * 5 000 edits each time, `npm run fuzz -- guard ‹updates›` brings as many honest updates before the guard (100 000).
 * Prints what fails as it goes; the seeds belong in `failedSeeds.ts`, or in `honestFuzz.test.ts`.
 */
import { HonestRun } from '../server/sync/guard/HonestRun.ts'
import { ConvergenceRun } from './ConvergenceRun.ts'

const stepsOfGuard = 2000

async function convergence(from = 1, count = 1000, edits = 5000): Promise<string> {
  const failed: number[] = []
  for (let seed = from; seed < from + count; seed++) {
    const { counts, ...findings } = await ConvergenceRun.of(seed, edits)
    if (Object.values(findings).every(list => list.length === 0)) continue
    failed.push(seed)
    console.log(`Seed ${seed}`, findings, counts)
  }
  process.exitCode = failed.length > 0 ? 1 : 0
  return `${count} seeds of ${edits} edits; failed: ${failed.join(', ') || 'none'}`
}

async function guard(wanted = 100_000): Promise<string> {
  let updates = 0
  let seed = 1000
  for (; updates < wanted; seed++) {
    const run = new HonestRun(seed)
    try {
      for (let step = 0; step < stepsOfGuard; step++) run.step()
      run.settle()
      run.expectNothingLost()
    } catch (fault) {
      process.exitCode = 1
      console.log(`Seed ${seed}`, fault)
    }
    updates += run.updates
  }
  return `${updates} updates of ${seed - 1000} seeds before the guard`
}

const startedAt = performance.now()
const [first = '', ...rest] = process.argv.slice(2)
const said =
  first === 'guard'
    ? await guard(...rest.map(Number))
    : await convergence(...[first, ...rest].filter(Boolean).map(Number))
console.log(`${said}; ${Math.round((performance.now() - startedAt) / 1000)} s`)

import { existsSync } from 'node:fs'
import { cp, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { contestants } from './contestants/all.ts'
import type { Contestant, RunningContestant } from './contestants/Contestant.ts'
import { keepToLoadProcessor } from './processors.ts'
import { scenarios } from './scenarios/all.ts'
import type { Bench, Figures, Scenario } from './scenarios/Scenario.ts'

/**
 * `cell.ts ‹scenario› ‹contestant› ‹round› ‹rounds› ‹folder›`: one measurement, in a process of its own. It is the
 * load, and the parent of the server that it measures; nothing else works meanwhile. Tells its parent the figures.
 */
const [scenarioName, contestantName, round, rounds, folder = ''] = process.argv.slice(2)
const scenario = scenarios.find(({ name }) => name === scenarioName)
const contestant = contestants.find(({ name }) => name === contestantName)
if (!scenario || !contestant) throw new Error(`No ${scenarioName} of ${contestantName}.`)

keepToLoadProcessor(process.pid)
const figures = await measure(scenario, contestant)
process.send?.(figures)
process.disconnect()

async function measure(scenario: Scenario, contestant: Contestant): Promise<Figures> {
  const laid = await layOnce(scenario, contestant)
  const own = join(folder, 'running')
  await cp(laid, own, { recursive: true })
  const started: RunningContestant[] = []
  const bench: Bench = {
    round: Number(round),
    rounds: Number(rounds),
    start: async () => {
      const running = await contestant.start(own)
      started.push(running)
      return running
    },
  }
  try {
    return await scenario.measure(bench)
  } finally {
    // Nobody needs its documents any more; a profile is written only by a program that is asked to stop.
    for (const { process: server } of started) await (process.env.PROFILE ? server.stop() : server.kill())
    await rm(own, { recursive: true })
  }
}

/** The scenario's documents in a folder as the contestant keeps them: made in the first round, copied in all. */
async function layOnce(scenario: Scenario, contestant: Contestant): Promise<string> {
  const laid = join(folder, 'laid', scenario.name, contestant.name)
  if (existsSync(laid)) return laid
  const unfinished = `${laid}.new`
  await mkdir(unfinished, { recursive: true })
  await contestant.lay(unfinished, scenario.documents())
  await rename(unfinished, laid)
  return laid
}

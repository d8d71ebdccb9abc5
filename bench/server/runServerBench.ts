import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { rounded } from '../statistics.ts'
import type { ContestantName } from './contestants/Contestant.ts'
import { installPeers } from './contestants/peers.ts'
import { raisedLimits } from './contestants/samskriv.ts'
import { paperHistory } from './documents/history.ts'
import { type Measured, summarise, tables } from './report.ts'
import { scenarios } from './scenarios/all.ts'
import type { Figures, Scenario } from './scenarios/Scenario.ts'
import { syncMs } from './syncMs.ts'

/**
 * `npm run bench -- server [rounds] [--only ‹scenario›]`: measures the server side by side with others, everything once a round,
 * so that whatever else the machine does falls on all. Prints the tables and keeps them in `results/server.json`.
 */
const here = import.meta.dirname
const only = after('--only')
const rounds = Number(process.argv.slice(2).find(argument => /^\d+$/.test(argument)) ?? 3)
const chosen = scenarios.filter(({ name }) => only === null || name === only)
if (chosen.length === 0) throw new Error(`Scenarios are ${scenarios.map(({ name }) => name).join(', ')}.`)

installPeers()
const folder = await mkdtemp(join(tmpdir(), 'samskriv-bench-'))
try {
  const measured: Measured = { syncMs: [], cells: [] }
  const loads = [load()]
  for (let round = 0; round < rounds; round += 1) {
    measured.syncMs.push(await syncMs(folder))
    for (const scenario of chosen) {
      if (scenario.once && round > 0) continue
      for (const contestant of inTurn(scenario.contestants, round)) {
        const figures = await measure(scenario, contestant, round)
        if (figures) measured.cells.push({ scenario: scenario.name, contestant, figures })
      }
    }
    loads.push(load())
  }
  const summary = summarise(chosen, measured)
  const machine = {
    processors: `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}`,
    /** How many programs wanted a processor: before, and after each round. The bench itself is about two. */
    loads,
    node: process.version,
    raisedLimits,
    history: paperHistory().isReal ? 'of a real paper' : 'made up',
  }
  await keep({ at: new Date().toISOString(), rounds, machine, ...summary })
  console.log(`${tables(chosen, summary)}\n\n${JSON.stringify(machine)}`)
} finally {
  await rm(folder, { recursive: true })
}

/** Null when it failed: said, and the others go on. */
async function measure(
  scenario: Scenario,
  contestant: ContestantName,
  round: number,
): Promise<Figures | null> {
  const cell = [scenario.name, contestant]
  const child = fork(join(here, 'cell.ts'), [...cell, String(round), String(rounds), folder])
  let figures: Figures | null = null
  child.once('message', message => {
    figures = message as Figures
  })
  await once(child, 'exit')
  process.stderr.write(`round ${round + 1} of ${rounds}: ${cell.join(', ')}: ${JSON.stringify(figures)}\n`)
  return figures
}

/** Whoever goes first changes from round to round. */
function inTurn(names: readonly ContestantName[], round: number): ContestantName[] {
  const first = round % names.length
  return [...names.slice(first), ...names.slice(0, first)]
}

/** A quick look at one scenario changes nothing of what is kept of the others. */
async function keep(result: {
  readonly scenarios: object
  readonly [figure: string]: unknown
}): Promise<void> {
  const file = join(here, '..', 'results', 'server.json')
  const before: unknown = existsSync(file) && only !== null ? JSON.parse(await readFile(file, 'utf8')) : {}
  const { scenarios: kept = {} } = before as { scenarios?: object }
  const merged = { ...result, scenarios: { ...kept, ...result.scenarios } }
  await writeFile(file, `${JSON.stringify(merged, null, 2)}\n`)
}

function load(): number {
  return rounded(loadavg()[0] ?? Number.NaN)
}

function after(name: string): string | null {
  const at = process.argv.indexOf(name)
  return at < 0 ? null : (process.argv[at + 1] ?? '')
}

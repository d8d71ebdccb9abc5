import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { launchBrowser } from '../test/harness/browser.ts'
import buildClient from '../test/harness/buildClient.ts'
import { type Contestant, startPlain, startSamskriv } from './contestants.ts'
import { type Size, sizes } from './documents.ts'
import { type KeySeries, measureKeys, Typists } from './keyPress.ts'
import { measureOpening, type Opening } from './opening.ts'
import { type Measured, type Setting, summarise, tables } from './report.ts'

/**
 * `npm run bench -- browser [rounds]`: measures the program side by side with a plain editor, everything once a round, so that
 * whatever else the machine does falls on both. Prints the tables and keeps them in `results/latest.json`.
 */
const rounds = Number(process.argv[2] ?? 6)
const pressesARound = 50
/** The first round warms up servers and browser, and is thrown away. */
const warmUpRounds = 1

const here = import.meta.dirname
const loads = [load()]
if (!existsSync(join(here, 'node_modules'))) {
  execFileSync('npm', ['install', '--prefix', here], { stdio: 'inherit' })
}
const folder = await mkdtemp(join(tmpdir(), 'samskriv-bench-'))
const browser = await launchBrowser()
const ending: (() => unknown)[] = [() => rm(folder, { recursive: true }), () => browser.close()]
try {
  const measured = await measure()
  const summary = summarise(measured)
  const machine = {
    processors: `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}`,
    /** How many programs wanted a processor: before, and after each round. The bench itself is about two. */
    loads,
    node: process.version,
    browser: browser.version(),
  }
  const kept = { at: new Date().toISOString(), rounds, machine, summary, openings: measured.openings }
  await writeFile(join(here, 'results/latest.json'), `${JSON.stringify(kept, null, 2)}\n`)
  console.log(`${tables(summary)}\n\n${JSON.stringify(machine)}`)
} finally {
  for (const end of ending.toReversed()) await end()
}

async function measure(): Promise<Measured> {
  const built = join(folder, 'built')
  await buildClient()
  await build({
    root: join(here, 'plain'),
    configFile: false,
    logLevel: 'warn',
    build: { outDir: built, emptyOutDir: true, chunkSizeWarningLimit: 2000 },
  })
  // A document is opened once: for its opening, and for each of the two settings of key presses.
  const samskriv = await startSamskriv(browser, folder, 3 * (rounds + warmUpRounds))
  ending.push(samskriv.stop)
  const plain = await startPlain(browser, folder, built, samskriv)
  ending.push(plain.stop)
  const typists = await Typists.arrive(samskriv.origin)
  ending.push(() => typists.leave())

  const openings = perSize(() => ({ samskriv: [] as Opening[], plain: [] as Opening[] }))
  const keys = perSize(() => ({
    withFour: [] as KeySeries[],
    alone: [] as KeySeries[],
    plain: [] as KeySeries[],
  }))
  for (let round = 0; round < rounds + warmUpRounds; round += 1) {
    const counts = round >= warmUpRounds
    // Whoever goes first changes from round to round.
    const contestants: Contestant[] = round % 2 === 0 ? [samskriv, plain] : [plain, samskriv]
    for (const size of sizes) {
      for (const contestant of contestants) {
        const opening = await measureOpening(contestant, size)
        if (counts) openings[size][contestant.name].push(opening)
      }
      const settings: [Setting, Contestant, Typists | null][] = [
        ['withFour', samskriv, typists],
        ['plain', plain, null],
        ['alone', samskriv, null],
      ]
      for (const [setting, contestant, colleagues] of settings) {
        const series = await measureKeys(contestant, size, pressesARound, colleagues)
        if (counts) keys[size][setting].push(series)
      }
    }
    loads.push(load())
    process.stderr.write(`round ${round} of ${rounds}, load ${loads.at(-1)}\n`)
  }
  return { openings, keys }
}

function load(): number {
  return Number((loadavg()[0] ?? Number.NaN).toFixed(1))
}

function perSize<T>(make: () => T): Record<Size, T> {
  return { empty: make(), long: make() }
}

import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { form2024 } from '../../shared/form/forms/2024/form.ts'
import { compareForms } from '../../shared/version/compare/compareForms.ts'
import type { FormComparison } from '../../shared/version/compare/comparison.ts'
import { median, rounded } from '../statistics.ts'
import { measureChangeset } from './changeset.ts'
import { editedPages, editedParagraphs, type TwoVersions, worstCases } from './comparedForms.ts'

/**
 * `npm run bench -- compare [rounds]`: how long it takes to compare two versions, as documents grow and in the worst
 * cases, beside prosemirror-changeset on the same text. Prints the table and keeps it in `results/compare.json`.
 */
const rounds = Number(process.argv[2] ?? 7)
const sizes = [
  { pages: 10, edits: 200 },
  { pages: 60, edits: 200 },
  { pages: 300, edits: 200 },
  { pages: 300, edits: 1000 },
]
/** So often a short one is repeated, to be measured at all. */
const repeats = 100
const aimMs = 1000
const mostGrowth = 1.5

interface Result {
  readonly what: string
  /** From asking a worker that has compared nothing until its answer is here. */
  readonly firstMs: number
  /** `compareForms` alone, when it has been called before. */
  readonly againMs: number
  readonly changes: number
  readonly peerMs: number | null
  readonly peerChanges: number | null
}

const load = () => rounded(loadavg()[0] ?? 0)
const loads = [load()]
const results: Result[] = []
for (const { pages, edits } of sizes) {
  results.push(await measure(`${pages} pages, ${edits} changes`, () => editedPages(pages, edits), true))
}
results.push(
  await measure('one paragraph of 500 letters, a few words', () => editedParagraphs(1), true, repeats),
)
for (const [what, make] of Object.entries(worstCases)) results.push(await measure(what, make, false))
loads.push(load())

const [, sixty, , threeHundred] = results
const growth = {
  /** Milliseconds for each page and change: five times the pages and changes, to 60 pages with 200. */
  first: ratio(threeHundred?.firstMs, sixty?.firstMs),
  again: ratio(threeHundred?.againMs, sixty?.againMs),
}
const machine = {
  processors: `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}`,
  loads,
  node: process.version,
}
const kept = { at: new Date().toISOString(), rounds, machine, growth, results }
await writeFile(join(import.meta.dirname, '../results/compare.json'), `${JSON.stringify(kept, null, 2)}\n`)
console.log(`${table()}\n\n${JSON.stringify(machine)}`)

async function measure(what: string, make: () => TwoVersions, withPeer: boolean, times = 1): Promise<Result> {
  const versions = make()
  const first: number[] = []
  const again: number[] = []
  const peer: { ms: number; changes: number }[] = []
  let changes = 0
  for (let round = 0; round < rounds; round += 1) {
    first.push(await firstMs(versions))
    const begun = performance.now()
    for (let nth = 0; nth < times; nth += 1) {
      changes = compareForms(form2024, versions.before, versions.after).changeCount
    }
    // The first round warms up.
    if (round > 0 || rounds === 1) again.push((performance.now() - begun) / times)
    if (withPeer) for (let nth = 0; nth < times; nth += 1) peer.push(measureChangeset(versions))
  }
  return {
    what,
    firstMs: rounded(median(first)),
    againMs: rounded(median(again), 2),
    changes,
    peerMs: withPeer ? rounded(median(peer.map(({ ms }) => ms)), 2) : null,
    peerChanges: peer[0]?.changes ?? null,
  }
}

async function firstMs(versions: TwoVersions): Promise<number> {
  const worker = new Worker(new URL('worker.ts', import.meta.url))
  try {
    await once(worker, 'message')
    const begun = performance.now()
    worker.postMessage(versions)
    const [answer] = (await once(worker, 'message')) as [FormComparison]
    const ms = performance.now() - begun
    if (answer.changeCount === 0) throw new Error('The worker found no changes.')
    return ms
  } finally {
    await worker.terminate()
  }
}

function ratio(longMs = Number.NaN, shortMs = Number.NaN): number {
  return rounded(longMs / shortMs / 5, 2)
}

function table(): string {
  const rows = results.map(({ what, firstMs, againMs, changes, peerMs, peerChanges }, place) => {
    const peer = peerMs === null ? '– | –' : `${peerMs} | ${peerChanges}`
    const aim = place === 1 ? `first ≤ ${aimMs} ms` : ''
    return `| ${what} | ${firstMs} | ${againMs} | ${changes} | ${peer} | ${aim} |`
  })
  return [
    '| | first, in a new worker (ms) | again (ms) | changes told | prosemirror-changeset (ms) | changes it tells | aim |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    `| a page of 300 (1000 changes) to a page of 60 | ${growth.first} × | ${growth.again} × | | | | ≤ ${mostGrowth} × |`,
  ].join('\n')
}

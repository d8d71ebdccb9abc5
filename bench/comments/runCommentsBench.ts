import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { form2024 as form } from '../../shared/form/forms/2024/form.ts'
import { launchBrowser } from '../../test/harness/browser.ts'
import buildClient from '../../test/harness/buildClient.ts'
import { startServerProcess } from '../../test/harness/serverProcess.ts'
import { type Contestant, openSamskriv } from '../contestants.ts'
import { colleagues, contentsOf, inDataFolder } from '../documents.ts'
import { measureKeys, Typists } from '../keyPress.ts'
import { measureOpening } from '../opening.ts'
import { rounded } from '../statistics.ts'
import { commentedForm, threadCount } from './commentedForm.ts'
import { measureCommenting } from './commenting.ts'
import { type Contents, type MeasuredContents, summarise, tables } from './report.ts'

/**
 * `npm run bench -- comments [rounds]`: whether five hundred threads are felt in a long document, beside the same one
 * without any, in turns. Prints the tables and keeps them in `results/comments.json`.
 */
const rounds = Number(process.argv[2] ?? 4)
const pressesARound = 50
const warmUpRounds = 1
/** Each is opened once: for its opening, for four settings of key presses, and to be commented. */
const openedARound = 6

const load = () => rounded(loadavg()[0] ?? Number.NaN)
const loads = [load()]
const folder = await mkdtemp(join(tmpdir(), 'samskriv-bench-'))
const browser = await launchBrowser()
const ending: (() => unknown)[] = [() => rm(folder, { recursive: true }), () => browser.close()]
try {
  await buildClient()
  const summary = summarise(await measure())
  const machine = {
    processors: `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}`,
    loads,
    node: process.version,
    browser: browser.version(),
  }
  const kept = { at: new Date().toISOString(), rounds, machine, summary }
  await writeFile(join(import.meta.dirname, '../results/comments.json'), `${JSON.stringify(kept, null, 2)}\n`)
  console.log(`${tables(summary)}\n\n${JSON.stringify(machine)}`)
} finally {
  for (const end of ending.toReversed()) await end()
}

async function measure(): Promise<Record<Contents, MeasuredContents>> {
  const dataDir = join(folder, 'data')
  const ids = await layDocuments(dataDir, openedARound * (rounds + warmUpRounds))
  const heldFile = join(folder, 'held')
  const probe = new URL('eventLoopProbe.ts', import.meta.url).href
  const server = await startServerProcess({
    DATA_DIR: dataDir,
    EVENT_LOOP: heldFile,
    NODE_OPTIONS: `--import=${probe}`,
  })
  const samskriv = await openSamskriv(browser, server, { empty: [], long: [] }, 1440)
  ending.push(samskriv.stop)
  const three = await Typists.arrive(server.origin, ['karim', 'elin', 'sofia'])
  const four = await Typists.arrive(server.origin)
  ending.push(() => {
    three.leave()
    four.leave()
  })

  const measured = { none: nothingYet(), many: nothingYet() }
  for (let round = 0; round < rounds + warmUpRounds; round += 1) {
    const into = round >= warmUpRounds ? measured : { none: nothingYet(), many: nothingYet() }
    const inTurn = ['none', 'many'] as const
    for (const contents of round % 2 === 0 ? inTurn : inTurn.toReversed()) {
      const contestant: Contestant = { ...samskriv, ids: { empty: [], long: ids[contents] } }
      into[contents].openings.push(await measureOpening(contestant, 'long'))
    }
    for (const margin of ['open', 'closed'] as const) {
      for (const company of ['alone', 'withThree'] as const) {
        for (const contents of round % 2 === 0 ? inTurn : inTurn.toReversed()) {
          const contestant: Contestant = { ...samskriv, ids: { empty: [], long: ids[contents] } }
          const typists = company === 'alone' ? null : three
          const prepare = async (page: Page) => {
            if (margin === 'open') into[contents].marginMs.push(await openMargin(page))
          }
          const series = await measureKeys(contestant, 'long', pressesARound, typists, prepare)
          into[contents].keys[margin][company].push(series)
        }
      }
    }
    for (const [contents, person] of [
      ['none', 'karim'],
      ['many', 'elin'],
    ] as const) {
      const id = ids[contents].pop()
      if (id === undefined) throw new Error('There are too few documents.')
      const probed = { origin: server.origin, pid: server.pid, heldFile }
      into[contents].commenting.push(await measureCommenting(probed, id, person, four))
    }
    loads.push(load())
    process.stderr.write(`round ${round} of ${rounds}, load ${loads.at(-1)}\n`)
  }
  return measured
}

/** `count` long documents without a thread and as many with all of them. No two runs share one. */
async function layDocuments(dataDir: string, count: number): Promise<Record<Contents, string[]>> {
  return await inDataFolder(dataDir, async applications => {
    const ids: Record<Contents, string[]> = { none: [], many: [] }
    for (let made = 0; made < count; made += 1) {
      ids.none.push(await applications.create(form, 'anna@heby', contentsOf.long, {}, colleagues))
      const { contents, threads } = commentedForm()
      if (threads.length !== threadCount) throw new Error('There are too few paragraphs.')
      const id = await applications.create(form, 'anna@heby', contents, {}, colleagues)
      await applications.find(id)?.records.comments.update(file => {
        file.threads.push(...threads)
      })
      ids.many.push(id)
    }
    return ids
  })
}

function nothingYet(): MeasuredContents {
  return {
    openings: [],
    marginMs: [],
    keys: { open: { alone: [], withThree: [] }, closed: { alone: [], withThree: [] } },
    commenting: [],
  }
}

/** Asks for the comments; returns how long it takes until they stand at their words and are painted. */
async function openMargin(page: Page): Promise<number> {
  await page.locator('[data-section="background"] .richText p').first().waitFor()
  // They come after the text.
  await page.waitForLoadState('networkidle')
  return await page.getByRole('button', { name: /^Kommentarer/ }).evaluate(async button => {
    const begun = performance.now()
    if (button instanceof HTMLElement) button.click()
    const isThere = () => document.querySelector('[data-comments] :is([data-placed], p[class*="empty"])')
    while (!isThere()) await new Promise(resolve => requestAnimationFrame(resolve))
    await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
    return performance.now() - begun
  })
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { form2024 as form } from '../../shared/form/forms/2024/form.ts'
import { launchBrowser } from '../../test/harness/browser.ts'
import buildClient from '../../test/harness/buildClient.ts'
import { startServerProcess } from '../../test/harness/serverProcess.ts'
import { openSamskriv } from '../contestants.ts'
import { colleagues, inDataFolder } from '../documents.ts'
import { Typists } from '../keyPress.ts'
import { rounded } from '../statistics.ts'
import { budgetForm } from './budgetForm.ts'
import { type FillSeries, fillIn } from './fillIn.ts'
import { startPlainGrid } from './plainGrid.ts'
import { type Setting, settings, summarise, tables } from './report.ts'

/**
 * `npm run bench -- budget [rounds]`: how quick a key is in a cell of a budget of 200 rows, 6 parties and 6 years, alone
 * and with four who fill in others, beside as many plain input boxes. Prints the table and keeps it in
 * `results/budget.json`.
 */
const rounds = Number(process.argv[2] ?? 4)
const warmUpRounds = 1

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
  await writeFile(join(import.meta.dirname, '../results/budget.json'), `${JSON.stringify(kept, null, 2)}\n`)
  console.log(`${tables(summary)}\n\n${JSON.stringify(machine)}`)
} finally {
  for (const end of ending.toReversed()) await end()
}

async function measure(): Promise<Record<Setting, FillSeries[]>> {
  const dataDir = join(folder, 'data')
  const ids = await inDataFolder(dataDir, async applications => {
    const made: string[] = []
    // Each is filled in once.
    for (let at = 0; at < 2 * (rounds + warmUpRounds); at += 1) {
      made.push(await applications.create(form, 'anna@heby', budgetForm(), {}, colleagues))
    }
    return made
  })
  const server = await startServerProcess({ DATA_DIR: dataDir })
  const samskriv = await openSamskriv(browser, server, { empty: [], long: [] }, 1440)
  ending.push(samskriv.stop)
  const plain = await startPlainGrid()
  ending.push(plain.stop)
  const typists = await Typists.arrive(server.origin, undefined, join(import.meta.dirname, 'cellTypists.ts'))
  ending.push(() => typists.leave())

  const onPage = async (address: string, act: (page: Page) => Promise<FillSeries>) => {
    const page = await samskriv.newPage()
    try {
      await page.goto(address, { waitUntil: 'networkidle' })
      return await act(page)
    } finally {
      await page.close()
    }
  }
  const once = async (setting: Setting): Promise<FillSeries> => {
    if (setting === 'plain') return await onPage(plain.origin, page => fillIn(page, null))
    const id = ids.pop()
    if (id === undefined) throw new Error('There are too few documents.')
    const others = setting === 'withFour' ? { all: typists, id } : null
    return await onPage(`${server.origin}/ansokningar/${id}`, async page => {
      const sheet = page.locator('[data-section="budget"]')
      await sheet.scrollIntoViewIfNeeded()
      await sheet.locator('[data-field^="owner."]').nth(40).waitFor()
      return await fillIn(page, others)
    })
  }

  const measured: Record<Setting, FillSeries[]> = { withFour: [], alone: [], plain: [] }
  for (let round = 0; round < rounds + warmUpRounds; round += 1) {
    // Whoever goes first changes from round to round.
    for (const setting of round % 2 === 0 ? settings : settings.toReversed()) {
      const series = await once(setting)
      if (round >= warmUpRounds) measured[setting].push(series)
    }
    loads.push(load())
    process.stderr.write(`round ${round} of ${rounds}, load ${loads.at(-1)}\n`)
  }
  return measured
}

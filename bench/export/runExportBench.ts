import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { FileMaker } from '../../server/export/FileMaker.ts'
import { makeFile } from '../../server/export/program/makeFile.ts'
import { median, rounded } from '../statistics.ts'
import { type Filled, type Format, filledPages, formats, taskOf, withPictures } from './files.ts'
import { hasLibreOffice, libreOfficeMs } from './libreOffice.ts'
import { type MeasuredWaits, measureWaits } from './waits.ts'

/**
 * `npm run bench -- export [rounds]`: how long it takes to make an ansökan into Word and PDF as it grows, in the program
 * that does it, beside LibreOffice where that is installed, and how long others wait meanwhile. Prints the tables and
 * keeps them in `results/export.json`.
 */
const rounds = Number(process.argv[2] ?? 5)
const sizes = [10, 60, 300]
const pictureCount = 40
const aimMs = 1000
const mostGrowth = 1.5

interface Result {
  readonly what: string
  readonly format: Format
  readonly megabytes: number
  /** With a program that has to be begun, and with one that has made files before. */
  readonly firstMs: number
  readonly againMs: number
  /** What it takes of a processor, all threads together, when it has been done before: hardly more on a busy machine. */
  readonly processorMs: number
  /** LibreOffice, begun anew, makes a PDF of the same Word document. */
  readonly libreOfficeMs: number | null
}

const load = () => rounded(loadavg()[0] ?? Number.NaN)
const loads = [load()]
const results: Result[] = []
for (const pages of sizes) results.push(...(await measure(`${pages} pages`, filledPages(pages))))
const many = await withPictures(filledPages(60), pictureCount)
results.push(...(await measure(`60 pages, ${pictureCount} photographs`, many)))
loads.push(load())
const folder = await mkdtemp(join(tmpdir(), 'samskriv-bench-'))
const waits = await measureWaits(join(folder, 'data'), [60, 300]).finally(() =>
  rm(folder, { recursive: true }),
)
loads.push(load())

const growth = { docx: growthOf('docx'), pdf: growthOf('pdf') }
const machine = {
  processors: `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}`,
  loads,
  node: process.version,
}
const kept = { at: new Date().toISOString(), rounds, machine, growth, results, waits }
await writeFile(join(import.meta.dirname, '../results/export.json'), `${JSON.stringify(kept, null, 2)}\n`)
console.log(`${filesTable()}\n\n${waitsTable(waits)}\n\n${JSON.stringify(machine)}`)

async function measure(what: string, filled: Filled): Promise<Result[]> {
  const measured: Result[] = []
  let docx = new Uint8Array()
  for (const format of formats) {
    const first: number[] = []
    const again: number[] = []
    const processor: number[] = []
    await makeFile(taskOf(format, filled))
    let file = new Uint8Array()
    for (let round = 0; round < rounds; round += 1) {
      const maker = new FileMaker(event => {
        throw new Error('A file was not made.', { cause: event })
      })
      const make = async () => {
        const begun = performance.now()
        const asking = { personId: 'anna', gone: new AbortController().signal }
        file = new Uint8Array(await maker.make(asking, async () => taskOf(format, filled)))
        return performance.now() - begun
      }
      first.push(await make())
      await make()
      again.push(await make())
      processor.push(await processorMs(format, filled))
    }
    if (format === 'docx') docx = file
    const peer = format === 'pdf' && hasLibreOffice ? await libreOfficeMs(docx) : null
    measured.push({
      ...{ what, format, megabytes: rounded(file.length / 1e6, 2) },
      ...{ firstMs: rounded(median(first)), againMs: rounded(median(again)) },
      processorMs: rounded(median(processor)),
      libreOfficeMs: peer === null ? null : rounded(peer),
    })
  }
  return measured
}

async function processorMs(format: Format, filled: Filled): Promise<number> {
  const task = taskOf(format, filled)
  const before = process.cpuUsage()
  await makeFile(task)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Of a processor, for each page of 300 to one of 60. */
function growthOf(format: Format): number {
  const msOf = (pages: number) =>
    results.find(result => result.format === format && result.what === `${pages} pages`)?.againMs ??
    Number.NaN
  return rounded(msOf(300) / msOf(60) / 5, 2)
}

function filesTable(): string {
  const rows = results.map(
    ({ what, format, megabytes, firstMs, againMs, processorMs: processor, libreOfficeMs: peer }) => {
      const aim = what === '60 pages' ? `≤ ${aimMs} ms` : ''
      const beside = peer === null ? '' : `${peer} (${rounded(peer / firstMs, 1)} ×)`
      return `| ${what}, ${format} | ${megabytes} | ${firstMs} | ${againMs} | ${processor} | ${beside} | ${aim} |`
    },
  )
  return [
    '| | MB | first, with a new program (ms) | again (ms) | processor (ms) | LibreOffice (ms) | aim |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    ...formats.map(
      format =>
        `| a page of 300 to a page of 60, ${format} | | | | ${growth[format]} × | | ≤ ${mostGrowth} × |`,
    ),
  ].join('\n')
}

function waitsTable({ nothing, while: during }: MeasuredWaits): string {
  const rows = Object.entries({ 'nothing is fetched': nothing, ...during }).map(
    ([what, { p50, p99, longest }]) => `| ${what} | ${p50} | ${p99} | ${longest} |`,
  )
  return ['| others type while | p50 (ms) | p99 (ms) | longest (ms) |', '|---|---|---|---|', ...rows].join(
    '\n',
  )
}

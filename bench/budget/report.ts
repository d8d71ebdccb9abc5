import { median, percentile, rounded } from '../statistics.ts'
import type { CellPress } from './cellProbe.ts'
import type { FillSeries } from './fillIn.ts'

export const settings = ['withFour', 'alone', 'plain'] as const

/** Who fills in with whom. The plain boxes know no colleagues: they are the floor. */
export type Setting = (typeof settings)[number]

export type Measured = Readonly<Record<Setting, readonly FillSeries[]>>

/** One frame of a screen that shows sixty a second. */
const frameMs = 16.7

/** What is printed and kept. */
export function summarise(measured: Measured) {
  const of = (setting: Setting) => ({
    letter: summariseKeys(measured[setting], 'letter'),
    enter: summariseKeys(measured[setting], 'enter'),
  })
  return { withFour: of('withFour'), alone: of('alone'), plain: of('plain') }
}

export type Summary = ReturnType<typeof summarise>

function summariseKeys(series: readonly FillSeries[], is: CellPress['is']) {
  const ofKind = (one: FillSeries) => one.presses.filter(press => press.is === is)
  const presses = series.flatMap(ofKind)
  const quantiles = (values: readonly number[]) => ({
    p50: rounded(percentile(values, 50)),
    p95: rounded(percentile(values, 95)),
  })
  const long = series.flatMap(one => one.longTasksMs)
  const workOf = (all: readonly CellPress[]) => all.map(press => press.workMs)
  return {
    workMs: quantiles(workOf(presses)),
    /** Of the round in which other programs disturbed least. */
    quietestWorkP95Ms: rounded(Math.min(...series.map(one => percentile(workOf(ofKind(one)), 95)))),
    paintedMs: quantiles(presses.map(press => press.paintedMs)),
    /** Of letters and Enter together. */
    processorMs: rounded(median(series.map(one => one.processorMs))),
    longTasks: { count: long.length, longestMs: rounded(Math.max(0, ...long)) },
    presses: presses.length,
  }
}

/** The summary as a Markdown table. */
export function tables(summary: Summary): string {
  const row = (is: CellPress['is'], setting: Setting, what: string) => {
    const { workMs, quietestWorkP95Ms, paintedMs, processorMs, longTasks } = summary[setting][is]
    const ratio = rounded(workMs.p95 / summary.plain[is].workMs.p95, 2)
    const [work, painted] = [workMs, paintedMs].map(({ p50, p95 }) => `${p50} / ${p95}`)
    const aim = setting === 'plain' ? 'the floor' : `p95 of work ≤ ${frameMs} ms`
    const long = `${longTasks.count} (${longTasks.longestMs})`
    return `| ${what} | ${ratio} | ${work} | ${quietestWorkP95Ms} | ${painted} | ${processorMs} | ${long} | ${aim} |`
  }
  return [
    '| a key in a cell, p50 / p95 in ms | ratio of p95 | work | p95 of its quietest round | painted | processor from key to key | long tasks (longest) | aim |',
    '|---|---|---|---|---|---|---|---|',
    row('letter', 'withFour', 'a digit, four colleagues filling in'),
    row('letter', 'alone', 'a digit, alone'),
    row('letter', 'plain', 'a digit, plain boxes'),
    row('enter', 'withFour', 'Enter, four colleagues filling in'),
    row('enter', 'alone', 'Enter, alone'),
    row('enter', 'plain', 'Enter, plain boxes'),
  ].join('\n')
}

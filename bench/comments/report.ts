import type { KeySeries } from '../keyPress.ts'
import type { Opening } from '../opening.ts'
import { median, percentile, rounded } from '../statistics.ts'
import type { CommentingSeries } from './commenting.ts'

/** The two documents: without a thread, and with five hundred. */
export type Contents = 'none' | 'many'
export type Margin = 'open' | 'closed'
export type Company = 'alone' | 'withThree'

export interface MeasuredContents {
  readonly openings: Opening[]
  /** From asking for the comments until they stand at their words. */
  readonly marginMs: number[]
  readonly keys: Record<Margin, Record<Company, KeySeries[]>>
  readonly commenting: CommentingSeries[]
}

export type Measured = Readonly<Record<Contents, MeasuredContents>>

const mostRatio = 1.1

/** What is printed and kept. */
export function summarise(measured: Measured) {
  return { none: summariseOne(measured.none), many: summariseOne(measured.many) }
}

export type Summary = ReturnType<typeof summarise>

function summariseOne({ openings, marginMs, keys, commenting }: MeasuredContents) {
  const byCompany = (margin: Margin) => ({
    alone: summariseKeys(keys[margin].alone),
    withThree: summariseKeys(keys[margin].withThree),
  })
  const answered = commenting.flatMap(one => one.answeredMs)
  return {
    readyMs: rounded(median(openings.map(one => one.readyMs))),
    readableMs: rounded(median(openings.map(one => one.readableMs))),
    marginMs: rounded(median(marginMs)),
    keys: { open: byCompany('open'), closed: byCompany('closed') },
    commentMs: { p50: rounded(median(answered)), p95: rounded(percentile(answered, 95)) },
    heldMs: rounded(median(commenting.map(one => one.heldMs))),
  }
}

function summariseKeys(series: readonly KeySeries[]) {
  const presses = series.flatMap(one => one.presses)
  const quantiles = (values: readonly number[]) => ({
    p50: rounded(percentile(values, 50)),
    p95: rounded(percentile(values, 95)),
  })
  const long = series.flatMap(one => one.longTasksMs)
  return {
    workMs: quantiles(presses.map(press => press.workMs)),
    paintedMs: quantiles(presses.map(press => press.paintedMs)),
    processorMs: rounded(median(series.map(one => one.processorMs))),
    longTasks: { count: long.length, longestMs: rounded(Math.max(0, ...long)) },
    presses: presses.length,
  }
}

/** The summary as Markdown tables. */
export function tables({ none, many }: Summary): string {
  const ratio = (one: number, other: number) => rounded(one / other, 2)
  const row = (what: string, of: (one: Summary[Contents]) => number, aim = '') =>
    `| ${what} | ${ratio(of(many), of(none))} | ${of(many)} | ${of(none)} | ${aim} |`
  const keyRow = (margin: Margin, company: Company, what: string) => {
    const [with500, without] = [many.keys[margin][company], none.keys[margin][company]]
    const both = ({ p50, p95 }: { p50: number; p95: number }) => `${p50} / ${p95}`
    const ratios = (['workMs', 'paintedMs'] as const).map(
      name =>
        `${ratio(with500[name].p50, without[name].p50)} / ${ratio(with500[name].p95, without[name].p95)}`,
    )
    const long = (one: typeof without) => `${one.longTasks.count} (${one.longTasks.longestMs})`
    const cells = [
      ...ratios,
      ratio(with500.processorMs, without.processorMs),
      `${both(with500.workMs)} – ${both(without.workMs)}`,
      `${both(with500.paintedMs)} – ${both(without.paintedMs)}`,
      `${with500.processorMs} – ${without.processorMs}`,
      `${long(with500)} – ${long(without)}`,
    ]
    return `| ${what} | ${cells.join(' | ')} |`
  }
  return [
    '| a key press, p50 / p95; 500 threads – none, ms | ratio of work | ratio of painted | of processor | work | painted | processor from key to key | long tasks (longest) |',
    '|---|---|---|---|---|---|---|---|',
    keyRow('open', 'alone', 'margin open, alone'),
    keyRow('open', 'withThree', 'margin open, three others typing'),
    keyRow('closed', 'alone', 'margin closed, alone'),
    keyRow('closed', 'withThree', 'margin closed, three others typing'),
    '',
    '| | ratio | 500 threads (ms) | none (ms) | aim |',
    '|---|---|---|---|---|',
    row('something to read', one => one.readableMs, `≤ ${mostRatio} × none`),
    row('ready to type', one => one.readyMs, `≤ ${mostRatio} × none`),
    row('the margin opens', one => one.marginMs),
    row('a comment, four typing, p50', one => one.commentMs.p50),
    row('a comment, four typing, p95', one => one.commentMs.p95),
    row("the server's event loop held at most meanwhile", one => one.heldMs),
  ].join('\n')
}

import type { Size } from './documents.ts'
import type { KeySeries } from './keyPress.ts'
import type { Opening } from './opening.ts'
import { median, percentile, rounded } from './statistics.ts'

/** Who types with whom. The plain editor knows no colleagues: it is the floor. */
export type Setting = 'withFour' | 'alone' | 'plain'

export interface Measured {
  readonly openings: Readonly<Record<Size, Readonly<Record<'samskriv' | 'plain', readonly Opening[]>>>>
  readonly keys: Readonly<Record<Size, Readonly<Record<Setting, readonly KeySeries[]>>>>
}

/** From the issue that asked for the bench. */
const aims = { readableMs: 300, opening: { empty: 2, long: 1.5 }, keyMs: 16 } as const

/** What is printed and kept: medians, quantiles, and ratios to the plain editor, which hold on any machine. */
export function summarise({ openings, keys }: Measured) {
  return {
    opening: bySize(size => summariseOpening(openings[size])),
    key: bySize(size => ({
      withFour: summariseKeys(keys[size].withFour),
      alone: summariseKeys(keys[size].alone),
      plain: summariseKeys(keys[size].plain),
    })),
  }
}

export type Summary = ReturnType<typeof summarise>

function bySize<T>(of: (size: Size) => T): Record<Size, T> {
  return { empty: of('empty'), long: of('long') }
}

function summariseOpening({ samskriv, plain }: Measured['openings'][Size]) {
  const compared = (name: keyof Opening) => {
    const [ours, theirs] = [samskriv, plain].map(openings => openings.map(opening => opening[name]))
    return {
      samskriv: rounded(median(ours ?? [])),
      plain: rounded(median(theirs ?? [])),
      ratio: rounded(median(ours ?? []) / median(theirs ?? []), 2),
      best: { samskriv: rounded(Math.min(...(ours ?? []))), plain: rounded(Math.min(...(theirs ?? []))) },
    }
  }
  return {
    readableMs: compared('readableMs'),
    readyMs: compared('readyMs'),
    processorMs: compared('processorMs'),
  }
}

function workP95({ presses }: KeySeries): number {
  const works = presses.map(press => press.workMs)
  return percentile(works, 95)
}

function summariseKeys(series: readonly KeySeries[]) {
  const presses = series.flatMap(one => one.presses)
  const quantiles = (values: readonly number[]) => ({
    p50: rounded(percentile(values, 50)),
    p95: rounded(percentile(values, 95)),
  })
  const slow = series.flatMap(one => one.slowEventsMs)
  const events = [...slow, ...presses.slice(slow.length).map(() => 16)]
  return {
    workMs: quantiles(presses.map(press => press.workMs)),
    /** Of the round in which other programs disturbed least. */
    quietestWorkP95Ms: rounded(Math.min(...series.map(workP95))),
    handledMs: quantiles(presses.map(press => press.handledMs)),
    paintedMs: quantiles(presses.map(press => press.paintedMs)),
    /** Those that the browser does not report count as 16. */
    eventTimingMs: quantiles(events),
    processorMs: rounded(median(series.map(one => one.processorMs))),
    presses: presses.length,
  }
}

/** The summary as Markdown tables. */
export function tables({ opening, key }: Summary): string {
  const openingRow = (size: Size, name: keyof Opening, what: string, aim: string) => {
    const { samskriv, plain, ratio, best } = opening[size][name]
    return `| ${size}: ${what} | ${ratio} | ${samskriv} | ${plain} | ${best.samskriv} / ${best.plain} | ${aim} |`
  }
  const keyRow = (size: Size, setting: Setting, what: string) => {
    const { workMs, quietestWorkP95Ms, paintedMs, eventTimingMs, processorMs } = key[size][setting]
    const [work, ...shown] = [workMs, paintedMs, eventTimingMs].map(({ p50, p95 }) => `${p50} / ${p95}`)
    const ratio = rounded(workMs.p95 / key[size].plain.workMs.p95, 2)
    const aim = setting === 'plain' ? 'the floor' : `p95 of work ≤ ${aims.keyMs} ms`
    return `| ${size}: ${what} | ${ratio} | ${work} | ${quietestWorkP95Ms} | ${shown.join(' | ')} | ${processorMs} | ${aim} |`
  }
  return [
    '| opening, from the click | ratio | Samskriv (ms) | plain (ms) | best of each (ms) | aim |',
    '|---|---|---|---|---|---|',
    ...(['empty', 'long'] as const).flatMap(size => [
      openingRow(size, 'readableMs', 'something to read', `≤ ${aims.readableMs} ms`),
      openingRow(size, 'readyMs', 'ready to type', `≤ ${aims.opening[size]} × plain`),
      openingRow(size, 'processorMs', 'processor until then', ''),
    ]),
    '',
    '| a key press, p50 / p95 in ms | ratio of p95 | work | p95 of its quietest round | painted | Event Timing | processor from key to key | aim |',
    '|---|---|---|---|---|---|---|---|',
    ...(['empty', 'long'] as const).flatMap(size => [
      keyRow(size, 'withFour', 'Samskriv, four colleagues typing'),
      keyRow(size, 'alone', 'Samskriv, alone'),
      keyRow(size, 'plain', 'plain, alone'),
    ]),
  ].join('\n')
}

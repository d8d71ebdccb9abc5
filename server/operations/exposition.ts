import type { Histogram } from './Histogram.ts'

type Labels = Readonly<Record<string, string>>

/** One thing that is measured. Names follow the conventions of Prometheus: base units, counters end in `_total`. */
export interface Metric {
  readonly name: string
  readonly help: string
  readonly values: Values
}

type Values =
  | { readonly type: 'counter' | 'gauge'; readonly samples: readonly Sample[] }
  | { readonly type: 'histogram'; readonly histogram: Histogram }

interface Sample {
  readonly labels: Labels
  readonly value: number
}

/** The content type of `exposition`. */
export const expositionType = 'text/plain; version=0.0.4; charset=utf-8'

/** The measurements as a page of Prometheus' text format, version 0.0.4. */
export function exposition(metrics: readonly Metric[]): string {
  return metrics.map(written).join('')
}

/** A single number. */
export function one(type: 'counter' | 'gauge', value: number): Values {
  return { type, samples: [{ labels: {}, value }] }
}

/** A number for each member of a closed list, under one label. */
export function each(
  type: 'counter' | 'gauge',
  label: string,
  numbers: Readonly<Record<string, number>>,
): Values {
  const samples = Object.entries(numbers).map(([name, value]) => ({ labels: { [label]: name }, value }))
  return { type, samples }
}

function written({ name, help, values }: Metric): string {
  const lines =
    values.type === 'histogram'
      ? histogramLines(name, values.histogram)
      : values.samples.map(({ labels, value }) => line(name, labels, value))
  return `# HELP ${name} ${help}\n# TYPE ${name} ${values.type}\n${lines.join('')}`
}

function histogramLines(name: string, { bounds, counts, sum, count }: Histogram): string[] {
  let below = 0
  const buckets = bounds.map((bound, place) => {
    below += counts[place] ?? 0
    return line(`${name}_bucket`, { le: String(bound) }, below)
  })
  return [
    ...buckets,
    line(`${name}_bucket`, { le: '+Inf' }, count),
    line(`${name}_sum`, {}, sum),
    line(`${name}_count`, {}, count),
  ]
}

/** Label values are members of closed lists of ours: nothing in them needs escaping. */
function line(name: string, labels: Labels, value: number): string {
  const inside = Object.entries(labels).map(([label, said]) => `${label}="${said}"`)
  return `${name}${inside.length > 0 ? `{${inside.join(',')}}` : ''} ${value}\n`
}

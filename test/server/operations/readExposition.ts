/** One sample of a page in Prometheus' text format. */
export interface Sample {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

/** A family of samples, as `# TYPE` names it. */
export interface Family {
  readonly type: string
  readonly help: string
  readonly samples: Sample[]
}

const namePattern = '[a-zA-Z_:][a-zA-Z0-9_:]*'
const labelPattern = '([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\\\\n]|\\\\[\\\\"n])*)"'
const helpLine = new RegExp(`^# HELP (${namePattern}) (.*)$`)
const typeLine = new RegExp(`^# TYPE (${namePattern}) (counter|gauge|histogram)$`)
const sampleLine = new RegExp(`^(${namePattern})(?:\\{(${labelPattern}(?:,${labelPattern})*)\\})? (\\S+)$`)

/**
 * Reads a page in Prometheus' text format 0.0.4, strictly: every family has a help and a type before its samples
 * and stands once, no sample stands twice, counters are named and numbered as counters, histograms add up. Throws
 * otherwise.
 */
export function readExposition(page: string): Map<string, Family> {
  if (!page.endsWith('\n')) throw new Error('The last line does not end.')
  const families = new Map<string, Family>()
  const seen = new Set<string>()
  let current: { name: string; family: Family } | null = null
  let help: { name: string; text: string } | null = null
  for (const line of page.slice(0, -1).split('\n')) {
    const [, helped, text] = helpLine.exec(line) ?? []
    const [, typed, type] = typeLine.exec(line) ?? []
    if (helped !== undefined && text) help = { name: helped, text }
    else if (typed !== undefined && type) {
      if (help?.name !== typed) throw new Error(`No help before: ${line}`)
      if (families.has(typed)) throw new Error(`Twice: ${line}`)
      const family: Family = { type, help: help.text, samples: [] }
      families.set(typed, family)
      current = { name: typed, family }
    } else {
      if (!current) throw new Error(`No type before: ${line}`)
      const sample = readSample(line)
      const key = line.slice(0, line.lastIndexOf(' '))
      if (seen.has(key)) throw new Error(`Twice: ${line}`)
      seen.add(key)
      const endings = current.family.type === 'histogram' ? ['_bucket', '_sum', '_count'] : ['']
      if (!endings.some(ending => sample.name === `${current?.name}${ending}`)) {
        throw new Error(`Not of ${current.name}: ${line}`)
      }
      current.family.samples.push(sample)
    }
  }
  for (const [name, family] of families) checkFamily(name, family)
  return families
}

function readSample(line: string): Sample {
  const [, name, labels] = sampleLine.exec(line) ?? []
  const value = Number(line.slice(line.lastIndexOf(' ') + 1))
  if (name === undefined || Number.isNaN(value)) throw new Error(`Not a sample: ${line}`)
  const pairs = [...(labels ?? '').matchAll(new RegExp(labelPattern, 'g'))].map(
    ([, label, said]) => [label ?? '', said ?? ''] as const,
  )
  return { name, labels: Object.fromEntries(pairs), value }
}

function checkFamily(name: string, { type, samples }: Family): void {
  if (samples.length === 0) throw new Error(`${name} has no samples.`)
  if (type === 'counter' && !name.endsWith('_total')) throw new Error(`${name} is a counter by another name.`)
  if (type !== 'gauge' && samples.some(({ value }) => value < 0)) throw new Error(`${name} is below 0.`)
  if (type !== 'histogram') return
  const buckets = samples.filter(sample => sample.name === `${name}_bucket`)
  const bounds = buckets.map(({ labels: { le } }) => (le === '+Inf' ? Number.POSITIVE_INFINITY : Number(le)))
  const count = samples.find(sample => sample.name === `${name}_count`)?.value
  const sum = samples.find(sample => sample.name === `${name}_sum`)?.value
  if (bounds.at(-1) !== Number.POSITIVE_INFINITY) throw new Error(`${name} has no last bucket.`)
  if (buckets.at(-1)?.value !== count || sum === undefined) throw new Error(`${name} does not add up.`)
  const isRising = (numbers: readonly number[]) =>
    numbers.every((n, at) => at === 0 || n >= (numbers[at - 1] ?? 0))
  if (!isRising(bounds) || !isRising(buckets.map(({ value }) => value))) throw new Error(`${name} falls.`)
}

/** A stretch that is the same in two rows: where it begins in each, and how long it is. */
export interface KeptRun {
  readonly before: number
  readonly after: number
  readonly length: number
}

/**
 * How much may be spent on finding the fewest changes, in steps of some nanoseconds. When it is used up, answers
 * become coarser, never wrong.
 */
export class Effort {
  left: number

  constructor(steps: number) {
    this.left = steps
  }
}

/** Fewest changes are looked for up to this many between two anchors; the cost is its square. */
const mostChanges = 500

/** Anchors are looked for between anchors only so deep. */
const deepest = 6

/**
 * What two rows of numbers have in common, in order: the longest common row where they differ little (Myers), and
 * between what is found once in each of them where they differ much. Cost: the length of the rows, times at most a
 * constant.
 */
export function keptRuns(before: Int32Array, after: Int32Array, effort: Effort): KeptRun[] {
  const runs: KeptRun[] = []
  const add = (run: KeptRun) => {
    const last = runs.at(-1)
    if (run.length === 0) return
    if (last && last.before + last.length === run.before && last.after + last.length === run.after) {
      runs[runs.length - 1] = { ...last, length: last.length + run.length }
    } else runs.push(run)
  }
  between({ before, after, effort, add }, 0, before.length, 0, after.length, 0)
  return runs
}

interface Search {
  readonly before: Int32Array
  readonly after: Int32Array
  readonly effort: Effort
  readonly add: (run: KeptRun) => void
}

function between(search: Search, from: number, fromEnd: number, to: number, toEnd: number, depth: number) {
  const { before, after, effort, add } = search
  let prefix = 0
  const shortest = Math.min(fromEnd - from, toEnd - to)
  while (prefix < shortest && before[from + prefix] === after[to + prefix]) prefix += 1
  let suffix = 0
  while (suffix < shortest - prefix && before[fromEnd - 1 - suffix] === after[toEnd - 1 - suffix]) suffix += 1
  const [a, aEnd, b, bEnd] = [from + prefix, fromEnd - suffix, to + prefix, toEnd - suffix]
  add({ before: from, after: to, length: prefix })
  if (a < aEnd && b < bEnd) {
    const rows = [before.subarray(a, aEnd), after.subarray(b, bEnd)] as const
    const found = fewestChanges(rows[0], rows[1], effort)
    if (found) for (const run of found) add({ ...run, before: run.before + a, after: run.after + b })
    else if (depth < deepest) {
      let [lastA, lastB] = [a, b]
      for (const anchor of anchors(rows[0], rows[1])) {
        between(search, lastA, a + anchor.before, lastB, b + anchor.after, depth + 1)
        add({ before: a + anchor.before, after: b + anchor.after, length: 1 })
        lastA = a + anchor.before + 1
        lastB = b + anchor.after + 1
      }
      // Without an anchor it would only be the same question again.
      if (lastA > a || lastB > b) between(search, lastA, aEnd, lastB, bEnd, depth + 1)
    }
  }
  add({ before: aEnd, after: bEnd, length: suffix })
}

/** Myers' greedy search; null where more than `mostChanges` are needed or the effort is used up. */
function fewestChanges(a: Int32Array, b: Int32Array, effort: Effort): KeptRun[] | null {
  const most = Math.min(mostChanges, a.length + b.length)
  if (Math.abs(a.length - b.length) > most || effort.left <= 0) return null
  const reached = new Int32Array(2 * most + 3)
  const middle = most + 1
  const trace: Int32Array[] = []
  for (let changes = 0; changes <= most; changes += 1) {
    trace.push(reached.slice(middle - changes - 1, middle + changes + 2))
    effort.left -= changes + 1
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      const [left, right] = [reached[middle + diagonal - 1] ?? 0, reached[middle + diagonal + 1] ?? 0]
      const isInsertion = diagonal === -changes || (diagonal !== changes && left < right)
      let x = isInsertion ? right : left + 1
      const begun = x
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1
      effort.left -= x - begun
      reached[middle + diagonal] = x
      if (x >= a.length && x - diagonal >= b.length) return backwards(trace, a.length, b.length)
    }
    if (effort.left <= 0) return null
  }
  return null
}

function backwards(trace: readonly Int32Array[], aLength: number, bLength: number): KeptRun[] {
  const runs: KeptRun[] = []
  let x = aLength
  let y = bLength
  for (let changes = trace.length - 1; changes >= 0; changes -= 1) {
    const reached = trace[changes] ?? new Int32Array()
    const diagonal = x - y
    const at = (wanted: number) => reached[wanted + changes + 1] ?? 0
    const isInsertion = diagonal === -changes || (diagonal !== changes && at(diagonal - 1) < at(diagonal + 1))
    const previous = isInsertion ? diagonal + 1 : diagonal - 1
    const begun = changes === 0 ? 0 : isInsertion ? at(previous) : at(previous) + 1
    if (x > begun) runs.push({ before: begun, after: begun - diagonal, length: x - begun })
    if (changes > 0) {
      x = at(previous)
      y = x - previous
    }
  }
  return runs.reverse()
}

/**
 * What stands once in each row, or where nothing does the first with the first, the second with the second of what
 * is repeated; as many as keep their order.
 */
function anchors(a: Int32Array, b: Int32Array): { before: number; after: number }[] {
  const [inA, inB] = [places(a), places(b)]
  const once: { before: number; after: number }[] = []
  const repeated: { before: number; after: number }[] = []
  for (const [id, placesInA] of inA) {
    const placesInB = inB.get(id) ?? []
    for (const [nth, before] of placesInA.entries()) {
      const after = placesInB[nth]
      if (after === undefined) break
      const pair = { before, after }
      repeated.push(pair)
      if (placesInA.length === 1 && placesInB.length === 1) once.push(pair)
    }
  }
  const pairs = once.length > 0 ? once : repeated
  pairs.sort((one, other) => one.before - other.before)
  return longestRising(pairs.map(pair => pair.after)).flatMap(index => pairs[index] ?? [])
}

function places(row: Int32Array): Map<number, number[]> {
  const found = new Map<number, number[]>()
  for (const [place, id] of row.entries()) {
    const known = found.get(id)
    if (known) known.push(place)
    else found.set(id, [place])
  }
  return found
}

/** The places of a longest rising row among `values`. */
function longestRising(values: readonly number[]): number[] {
  const tails: number[] = []
  const previous = new Int32Array(values.length)
  for (const [place, value] of values.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    previous[place] = low === 0 ? -1 : (tails[low - 1] ?? -1)
    tails[low] = place
  }
  const rising: number[] = []
  for (let place = tails.at(-1) ?? -1; place >= 0; place = previous[place] ?? -1) rising.push(place)
  return rising.reverse()
}

import type { Comparer } from './Comparer.ts'
import { Candidates, type Likable, likeness, sameInPlace } from './likeness.ts'
import type { Gap, Scored, Used } from './pairs.ts'

/** Steps that may be spent on comparing everything in a gap with everything. */
const mostSteps = 2_000_000

/** What stands alone between the same neighbours in both is the same from this likeness on. */
const sameAlone = 0.2

/**
 * The pairs of a gap that are most alike together and keep their order, of what is not used yet. Everything is
 * compared with everything where that is little work, otherwise only what shares rare words or stands in the same
 * place.
 */
export function bestInOrder(
  before: readonly Likable[],
  after: readonly Likable[],
  { from, fromEnd, to, toEnd }: Gap,
  used: Used,
  comparer: Comparer,
): Scored[] {
  const places = freePlaces(used.before, from, fromEnd)
  const newPlaces = freePlaces(used.after, to, toEnd)
  const olds = places.flatMap(place => before[place] ?? [])
  const news = newPlaces.flatMap(place => after[place] ?? [])
  const steps = news.length * (lengthOf(olds) + olds.length) + olds.length * lengthOf(news)
  const isLittle = steps <= Math.min(mostSteps, comparer.effort.left)
  if (isLittle) comparer.effort.left -= steps
  const pairs = isLittle ? bestOfAll(olds, news, comparer) : bestOfSome(olds, news, comparer)
  return withLonely(pairs, olds, news, comparer).map(pair => ({
    ...pair,
    from: places[pair.from] ?? 0,
    to: newPlaces[pair.to] ?? 0,
  }))
}

/** The pairs and, between them, what stands alone on both sides and is a little alike. */
function withLonely(
  pairs: readonly Scored[],
  olds: readonly Likable[],
  news: readonly Likable[],
  { vocabulary }: Comparer,
): Scored[] {
  const all: Scored[] = []
  let [from, to] = [0, 0]
  for (const pair of [...pairs, { from: olds.length, to: news.length, score: 0 }]) {
    const [old, now] = [olds[from], news[to]]
    if (old && now && pair.from === from + 1 && pair.to === to + 1) {
      const score = likeness(old, now, vocabulary)
      if (score >= sameAlone) all.push({ from, to, score })
    }
    if (pair.from < olds.length) all.push(pair)
    from = pair.from + 1
    to = pair.to + 1
  }
  return all
}

function freePlaces(used: ReadonlySet<number>, start: number, end: number): number[] {
  const places: number[] = []
  for (let place = start; place < end; place += 1) if (!used.has(place)) places.push(place)
  return places
}

function lengthOf(items: readonly Likable[]): number {
  return items.reduce((sum, item) => sum + item.words.length, 0)
}

function bestOfAll(olds: readonly Likable[], news: readonly Likable[], { vocabulary }: Comparer): Scored[] {
  const width = news.length + 1
  const scores = new Float64Array((olds.length + 1) * width)
  const totals = new Float64Array((olds.length + 1) * width)
  for (let from = olds.length - 1; from >= 0; from -= 1) {
    for (let to = news.length - 1; to >= 0; to -= 1) {
      const [old, now] = [olds[from], news[to]]
      const at = from * width + to
      const score = old && now ? likeness(old, now, vocabulary) : 0
      const paired = score >= sameInPlace ? score + (totals[at + width + 1] ?? 0) : 0
      scores[at] = score
      totals[at] = Math.max(paired, totals[at + 1] ?? 0, totals[at + width] ?? 0)
    }
  }
  const pairs: Scored[] = []
  for (let from = 0, to = 0; from < olds.length && to < news.length; ) {
    const at = from * width + to
    const score = scores[at] ?? 0
    if (score >= sameInPlace && totals[at] === score + (totals[at + width + 1] ?? 0)) {
      pairs.push({ from, to, score })
      from += 1
      to += 1
    } else if (totals[at] === totals[at + width]) from += 1
    else to += 1
  }
  return pairs
}

function bestOfSome(olds: readonly Likable[], news: readonly Likable[], { vocabulary }: Comparer): Scored[] {
  const candidates = new Candidates(new Map(olds.entries()), vocabulary)
  const pairs: Scored[] = []
  for (const [to, now] of news.entries()) {
    const places = new Set([...candidates.of(now), to, to + olds.length - news.length])
    for (const from of places) {
      const old = olds[from]
      const score = old ? likeness(old, now, vocabulary) : 0
      if (score >= sameInPlace) pairs.push({ from, to, score })
    }
  }
  return heaviestRising(pairs, olds.length)
}

interface Chain {
  readonly pair: Scored
  readonly total: number
  readonly previous: Chain | null
}

/** The pairs with the highest sum that keep their order: for each, the best chain that ends before it (Fenwick). */
export function heaviestRising(pairs: readonly Scored[], oldLength: number): Scored[] {
  const best: (Chain | null)[] = Array.from({ length: oldLength + 1 }, () => null)
  const bestBefore = (from: number) => {
    let found: Chain | null = null
    for (let index = from; index > 0; index -= index & -index) {
      const chain = best[index] ?? null
      if (chain && chain.total > (found?.total ?? 0)) found = chain
    }
    return found
  }
  // Of one newer item, the later place first: no chain may use the item twice.
  for (const pair of pairs.toSorted((one, other) => one.to - other.to || other.from - one.from)) {
    const previous = bestBefore(pair.from)
    const chain: Chain = { pair, total: pair.score + (previous?.total ?? 0), previous }
    for (let index = pair.from + 1; index <= oldLength; index += index & -index) {
      if (chain.total > (best[index]?.total ?? 0)) best[index] = chain
    }
  }
  const kept: Scored[] = []
  for (let chain = bestBefore(oldLength); chain; chain = chain.previous) kept.push(chain.pair)
  return kept.reverse()
}

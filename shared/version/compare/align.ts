import { bestInOrder, heaviestRising } from './bestInOrder.ts'
import type { Comparer } from './Comparer.ts'
import { keptRuns } from './keptRuns.ts'
import { Candidates, commonWeight, type Likable, likeness, sameElsewhere, sameInPlace } from './likeness.ts'
import { type Gap, type Scored, Used } from './pairs.ts'

/** One item of the older list and one of the newer that are the same item; several of one where it split or joined. */
export interface Match {
  readonly from: number
  readonly fromCount: number
  readonly to: number
  readonly toCount: number
  readonly isMoved: boolean
}

/** What is shorter is not followed when it is not where it was and not quite the same. */
const lightestMoved = 20

/** What is shorter is not seen as the other part of what was split. */
const lightestPart = 8

/** Nobody cuts a paragraph into more parts than these at once, and looking for more would cost their square. */
const mostParts = 8

/** Part of a paragraph that must be found in what it was split from. */
const leastOfPart = 0.7

/**
 * Finds which items of two lists are the same, in the order of the newer list:
 *
 * [ALIGN1] Equal items are the same: first those that keep their order, then those that do not.
 * [ALIGN2] Of the others, those between the same neighbours that are most alike, and wherever they stand those that
 *   are alike and share rare words.
 * [ALIGN3] As many as can keep their order are in place; the rest is moved, if it is equal or very much alike.
 * [ALIGN4] What is left beside a changed item, and is found in it, was split from it or joined to it.
 *
 * What is left then is added or removed. Costs the length of the lists, and some effort for what has changed.
 */
export function align(
  before: readonly Likable[],
  after: readonly Likable[],
  comparer: Comparer,
  canSplit: (item: Likable) => boolean = () => false,
): Match[] {
  const used = new Used()
  const inOrder = equalInOrder(before, after, comparer)
  used.take(inOrder)
  const elsewhere = equalElsewhere(before, after, used)
  used.take(elsewhere)
  const alike = gaps(inOrder, before.length, after.length).flatMap(gap =>
    bestInOrder(before, after, gap, used, comparer),
  )
  used.take(alike)
  const perhaps = alikeAnywhere(before, after, used, comparer)

  const pairs = [...inOrder, ...elsewhere, ...alike]
  const isClear = elsewhere.length === 0 && perhaps.length === 0
  const staying = new Set(isClear ? pairs : heaviestRising([...pairs, ...perhaps], before.length))
  used.take([...staying])
  const moved: Scored[] = []
  for (const pair of pairs) {
    if (staying.has(pair)) continue
    if (mayMove(pair, before)) moved.push(pair)
    else used.release(pair)
  }
  const matches = [...staying]
    .sort((one, other) => one.from - other.from)
    .map(({ from, to }) => grow(inPlace(from, to), before, after, used, comparer, canSplit))
  for (const pair of perhaps) {
    if (!used.isFree(pair) || !mayMove(pair, before)) continue
    used.take([pair])
    moved.push(pair)
  }
  const away = moved.map(({ from, to }): Match => ({ ...inPlace(from, to), isMoved: true }))
  return [...matches, ...away].sort((one, other) => one.to - other.to)
}

/** Nobody follows where an empty line went, or a short one unless it says quite the same. */
function mayMove({ from, score }: Scored, before: readonly Likable[]): boolean {
  const weight = before[from]?.weight ?? 0
  return score === 1 ? weight > 0 : score >= sameElsewhere && weight >= lightestMoved
}

/** A match of one with one, neither moved, split nor joined. */
export function inPlace(from: number, to: number): Match {
  return { from, fromCount: 1, to, toCount: 1, isMoved: false }
}

/** [ALIGN1], those in order. */
function equalInOrder(before: readonly Likable[], after: readonly Likable[], comparer: Comparer): Scored[] {
  const ids = (items: readonly Likable[]) => Int32Array.from(items, item => item.id)
  return keptRuns(ids(before), ids(after), comparer.effort).flatMap(run =>
    Array.from({ length: run.length }, (_, nth) => ({
      from: run.before + nth,
      to: run.after + nth,
      score: 1,
    })),
  )
}

/** [ALIGN1], the others; of several equal ones the first is the first. An empty one is any. */
function equalElsewhere(before: readonly Likable[], after: readonly Likable[], used: Used): Scored[] {
  const places = new Map<number, number[]>()
  for (let from = before.length - 1; from >= 0; from -= 1) {
    const item = before[from]
    if (!item || used.before.has(from)) continue
    const known = places.get(item.id)
    if (known) known.push(from)
    else places.set(item.id, [from])
  }
  const pairs: Scored[] = []
  for (const [to, item] of after.entries()) {
    const from = used.after.has(to) ? undefined : places.get(item.id)?.at(-1)
    if (from === undefined || item.weight === 0) continue
    places.get(item.id)?.pop()
    pairs.push({ from, to, score: 1 })
  }
  return pairs
}

function gaps(matches: readonly Scored[], beforeLength: number, afterLength: number): Gap[] {
  const found: Gap[] = []
  let [from, to] = [0, 0]
  for (const match of [...matches, { from: beforeLength, to: afterLength }]) {
    if (match.from > from && match.to > to) found.push({ from, fromEnd: match.from, to, toEnd: match.to })
    from = match.from + 1
    to = match.to + 1
  }
  return found
}

/** [ALIGN4] */
function grow(
  match: Match,
  before: readonly Likable[],
  after: readonly Likable[],
  used: Used,
  comparer: Comparer,
  canSplit: (item: Likable) => boolean,
): Match {
  const [old, now] = [before[match.from], after[match.to]]
  if (!old || !now || old.id === now.id || !canSplit(old) || !canSplit(now)) return match
  const parts = partsOf(old, after, match.to, used.after, comparer, canSplit)
  if (parts.count > 1) return { ...match, to: parts.first, toCount: parts.count }
  const joined = partsOf(now, before, match.from, used.before, comparer, canSplit)
  return joined.count > 1 ? { ...match, from: joined.first, fromCount: joined.count } : match
}

/** How many of the free neighbours of the item at `place` are, with it, parts of `whole`; they are used then. */
function partsOf(
  whole: Likable,
  items: readonly Likable[],
  place: number,
  used: Set<number>,
  { vocabulary }: Comparer,
  canSplit: (item: Likable) => boolean,
): { first: number; count: number } {
  let [first, last] = [place, place]
  let words = items[place]?.words ?? new Int32Array()
  let common = commonWeight(whole.words, words, vocabulary)
  const takes = (index: number): boolean => {
    const part = items[index]
    if (
      !part ||
      last - first + 1 >= mostParts ||
      used.has(index) ||
      !canSplit(part) ||
      part.weight < lightestPart
    )
      return false
    const more = new Int32Array(words.length + part.words.length)
    more.set(words)
    more.set(part.words, words.length)
    more.sort()
    const moreCommon = commonWeight(whole.words, more, vocabulary)
    if (moreCommon - common < leastOfPart * part.weight) return false
    words = more
    common = moreCommon
    used.add(index)
    return true
  }
  while (takes(last + 1)) last += 1
  while (takes(first - 1)) first -= 1
  return { first, count: last - first + 1 }
}

/** [ALIGN2], wherever they stand: the most alike first. */
function alikeAnywhere(
  before: readonly Likable[],
  after: readonly Likable[],
  used: Used,
  { vocabulary }: Comparer,
): Scored[] {
  const left = rest(before, used.before)
  const right = rest(after, used.after)
  if (left.size === 0 || right.size === 0) return []
  const candidates = new Candidates(left, vocabulary)
  const found: Scored[] = []
  for (const [to, item] of right) {
    for (const from of candidates.of(item)) {
      const other = left.get(from)
      const score = other ? likeness(other, item, vocabulary) : 0
      if (score >= sameInPlace) found.push({ from, to, score })
    }
  }
  return found.sort((one, other) => other.score - one.score || one.to - other.to)
}

function rest(items: readonly Likable[], used: ReadonlySet<number>): Map<number, Likable> {
  return new Map([...items.entries()].filter(([place, item]) => !used.has(place) && item.weight > 0))
}

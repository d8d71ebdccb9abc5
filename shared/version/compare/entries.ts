import type { Match } from './align.ts'
import type { Comparer } from './Comparer.ts'
import type { Entry } from './comparison.ts'

/** What `entriesOf` asks of those who know the items. Differences are asked for in reading order. */
export interface Telling<Item, Difference, Other> {
  /** What has changed inside, or null where nothing has. */
  readonly difference: (before: Item, after: Item, match: Match) => Difference | null
  /** The entry of what was split or joined; null for everything else. */
  readonly regrouped: (match: Match) => Other | null
}

/**
 * Aligned lists as entries in reading order: the newer items in their order, and each older one that is not in its
 * place any more after what it stood after.
 */
export function entriesOf<Item, Difference, Other = never>(
  before: readonly Item[],
  after: readonly Item[],
  matches: readonly Match[],
  comparer: Comparer,
  telling: Telling<Item, Difference, Other>,
): (Entry<Item, Difference> | Other)[] {
  const entries: (Entry<Item, Difference> | Other)[] = []
  const goneAfter = whatIsGone(before.length, matches)
  const numbers = moveNumbers()
  const movedAway: { index: number; from: number; to: number; item: Item }[] = []

  const pushGone = (anchor: number | null) => {
    for (const { from, to } of goneAfter.get(anchor) ?? []) {
      const item = before[from]
      if (item === undefined) continue
      // The number of a move is known when its other end has been reached.
      if (to !== null) movedAway.push({ index: entries.length, from, to, item })
      entries.push({ is: 'removed', from, item, change: to === null ? comparer.nextChange() : 0 })
    }
  }

  const byPlace = new Map(matches.map(match => [match.to, match]))
  pushGone(null)
  for (let to = 0; to < after.length; to += 1) {
    const item = after[to]
    if (item === undefined) continue
    const match = byPlace.get(to)
    if (!match) {
      entries.push({ is: 'added', to, item, change: comparer.nextChange() })
      continue
    }
    const { from } = match
    const regrouped = telling.regrouped(match)
    const old = before[from]
    if (regrouped !== null) entries.push(regrouped)
    else if (old !== undefined) {
      const change = match.isMoved ? numbers.of(match, comparer) : null
      const difference = telling.difference(old, item, match)
      if (change !== null) {
        entries.push({ is: 'moved', from, to, item, difference, change })
        numbers.passed(match, difference === null)
      } else if (difference === null) entries.push({ is: 'unchanged', from, to, item })
      else entries.push({ is: 'changed', from, to, difference })
    }
    if (!match.isMoved) pushGone(to)
    to += match.toCount - 1
  }
  for (const { index, from, to, item } of movedAway) {
    entries[index] = { is: 'movedAway', from, to, item, change: numbers.known(to) }
  }
  return entries
}

/** By the newer place of the match that they come after (null: first of all): what was removed or moved away. */
function whatIsGone(
  length: number,
  matches: readonly Match[],
): Map<number | null, { from: number; to: number | null }[]> {
  const byFrom = new Map(
    matches.flatMap(match =>
      Array.from({ length: match.fromCount }, (_, nth) => [match.from + nth, match] as const),
    ),
  )
  const gone = new Map<number | null, { from: number; to: number | null }[]>()
  let anchor: number | null = null
  for (let from = 0; from < length; from += 1) {
    const match = byFrom.get(from)
    if (match && !match.isMoved) anchor = match.to
    else {
      const known = gone.get(anchor) ?? []
      known.push({ from, to: match?.to ?? null })
      gone.set(anchor, known)
    }
  }
  return gone
}

/** Neighbours that moved together unchanged are one change. */
function moveNumbers() {
  const byPlace = new Map<number, number>()
  let last: Match | null = null
  return {
    of(match: Match, comparer: Comparer): number {
      const isNext = last !== null && last.from + 1 === match.from && last.to + 1 === match.to
      const number = isNext ? (byPlace.get(match.to - 1) ?? 0) : comparer.nextChange()
      byPlace.set(match.to, number)
      return number
    },
    passed(match: Match, isUnchanged: boolean) {
      last = isUnchanged ? match : null
    },
    known: (to: number): number => byPlace.get(to) ?? 0,
  }
}

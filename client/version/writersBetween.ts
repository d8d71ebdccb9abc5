import type { Who } from '../../shared/http/comments.ts'
import type { VersionList } from '../../shared/http/versions.ts'

/** One of two that are compared: a version by its number, or what the ansökan is now. */
export type ComparedSide = number | 'today'

/** Who wrote in which section, by section key. */
export type SectionWriters = Readonly<Record<string, readonly Who[]>>

/**
 * Who has written between two moments: in every version after the earlier up to the later, and since the newest if
 * the later is today. Everybody once a section and party, in the order they first wrote.
 */
export function writersBetween(list: VersionList, one: ComparedSide, other: ComparedSide): SectionWriters {
  if (one === other) return {}
  const [first, last] = [placeOf(one), placeOf(other)].sort((a, b) => a - b)
  const parts: SectionWriters[] = list.versions
    .filter(({ number }) => number > (first ?? 0) && number <= (last ?? 0))
    .map(({ writers }) => writers)
    .reverse()
  if (last === Number.POSITIVE_INFINITY) parts.push(list.writersSince)
  const bySection: Record<string, Map<string, Who>> = {}
  for (const part of parts) {
    for (const [section, writers] of Object.entries(part)) {
      bySection[section] ??= new Map()
      for (const who of writers) {
        const key = `${who.personId}@${who.partyId}`
        if (!bySection[section].has(key)) bySection[section].set(key, who)
      }
    }
  }
  return Object.fromEntries(
    Object.entries(bySection).map(([section, writers]) => [section, [...writers.values()]]),
  )
}

/** Everybody in it, once each. */
export function everyWriter(writers: SectionWriters): readonly Who[] {
  return [
    ...new Map(
      Object.values(writers)
        .flat()
        .map(who => [`${who.personId}@${who.partyId}`, who] as const),
    ).values(),
  ]
}

function placeOf(side: ComparedSide): number {
  return side === 'today' ? Number.POSITIVE_INFINITY : side
}

import type * as Y from 'yjs'
import { type KeptPlace, keepPlace, placeFinder, type Range } from './findPlace.ts'
import { MarkedText } from './MarkedText.ts'

/** Words of a section that a thread's mark stands on, kept so that they can be found again. */
export interface MarkPlace extends KeptPlace, Range {
  readonly section: string
}

/** A part of a section that is to be marked. */
export interface FoundWords extends Range {
  readonly section: string
}

export type MarkPlaces = ReadonlyMap<string, readonly MarkPlace[]>

/** Where each thread has its marks in these sections, in order. */
export function placesOfMarks(doc: Y.Doc, sections: Iterable<string>): Map<string, MarkPlace[]> {
  const places = new Map<string, MarkPlace[]>()
  for (const section of sections) {
    const text = new MarkedText(doc.getXmlFragment(section))
    for (const [thread, ranges] of text.marked()) {
      const here = ranges.map(range => ({ section, ...range, ...keepPlace(text.words, range) }))
      places.set(thread, [...(places.get(thread) ?? []), ...here])
    }
  }
  return places
}

/** How much is marked, in UTF-16 units. */
export function lengthOfMarks(places: readonly MarkPlace[] = []): number {
  return places.reduce((sum, { from, to }) => sum + to - from, 0)
}

/**
 * Finds the words of marks that are gone, in the sections that they stood in: an edit that writes words anew, made by
 * somebody who had not seen their mark, leaves it behind. `words`: what the sections say.
 */
export function findLost(words: ReadonlyMap<string, string>, lost: MarkPlaces): Map<string, FoundWords[]> {
  const finders = findersOf(words)
  const found = new Map<string, FoundWords[]>()
  for (const [thread, places] of lost) {
    const again = places.flatMap(({ section, from, to, ...kept }) => {
      const range = finders(section)?.(kept)
      // Of many words only the first are kept.
      const unkept = to - from - kept.quote.length
      return range ? [{ section, from: range.from, to: range.to + unkept }] : []
    })
    if (again.length > 0) found.set(thread, again)
  }
  return found
}

/**
 * Finds the words of marks of which only a part is left, `now`, although all of them still stand together, as when
 * somebody has split them who had not seen their mark.
 */
export function findCutShort(
  words: ReadonlyMap<string, string>,
  before: MarkPlaces,
  now: MarkPlaces,
): Map<string, FoundWords[]> {
  const finders = findersOf(words)
  const found = new Map<string, FoundWords[]>()
  for (const [thread, left] of now) {
    const places = before.get(thread)
    if (lengthOfMarks(left) >= lengthOfMarks(places)) continue
    const whole = (places ?? []).flatMap(({ section, from, to, ...kept }) => {
      const range = to - from === kept.quote.length ? finders(section)?.(kept) : null
      if (!range) return []
      const isWhole = lettersOf(words.get(section)?.slice(range.from, range.to)) === lettersOf(kept.quote)
      const isHere = left.some(one => one.section === section && one.from < range.to && one.to > range.from)
      return isWhole && isHere ? [{ section, ...range }] : []
    })
    if (whole.length > 0) found.set(thread, whole)
  }
  return found
}

/** Marks words that have been found. */
export function markFound(doc: Y.Doc, found: ReadonlyMap<string, readonly FoundWords[]>): void {
  const texts = new Map<string, MarkedText>()
  for (const [thread, places] of found) {
    for (const { section, ...range } of places) {
      const text = texts.get(section) ?? new MarkedText(doc.getXmlFragment(section))
      texts.set(section, text)
      text.mark(range, thread)
    }
  }
}

/** What sections say. */
export function wordsOf(doc: Y.Doc, sections: Iterable<string>): Map<string, string> {
  return new Map(
    Array.from(sections, section => [section, new MarkedText(doc.getXmlFragment(section)).words] as const),
  )
}

type Finder = ReturnType<typeof placeFinder>

const finders = new WeakMap<ReadonlyMap<string, string>, Map<string, Finder>>()

/** Finders of the sections that are asked for. Made once of the same words: that takes longer than finding most. */
function findersOf(words: ReadonlyMap<string, string>): (section: string) => Finder | null {
  const made = finders.get(words) ?? new Map<string, Finder>()
  finders.set(words, made)
  return section => {
    const text = words.get(section)
    if (text === undefined) return null
    const finder = made.get(section) ?? placeFinder(text)
    made.set(section, finder)
    return finder
  }
}

function lettersOf(words = ''): string {
  return words.replaceAll(/\s/g, '')
}

import { setImmediate as others } from 'node:timers/promises'
import type * as Y from 'yjs'
import { keepPlace } from '../../shared/comment/findPlace.ts'
import {
  type FoundWords,
  findCutShort,
  findLost,
  lengthOfMarks,
  type MarkPlace,
  type MarkPlaces,
  placesOfMarks,
  wordsOf,
} from '../../shared/comment/lostMarks.ts'
import type { Applications, OpenApplication } from '../document/Applications.ts'
import type { Rooms } from '../sync/rooms.ts'
import type { KeptThread } from './commentsFile.ts'
import { findQuote } from './placing.ts'
import { stopWaitsMs, WhenQuiet } from './WhenQuiet.ts'
import type { Look } from './wantedPlace.ts'

/** How often the words of a mark that is gone are looked for, with every change of their section. */
const looksMost = 30
/** Words as long as this are known by themselves, without what stood around them. */
const longEnough = 32
/** Documents whose marks are remembered. */
const documentsMost = 500

/** Where a thread's mark stood when it was last seen. */
interface Seen {
  readonly places: readonly MarkPlace[]
  looksLeft: number
}

/**
 * Marks again the words of comments that all may see, where a mark is gone and its words are not: somebody split, joined
 * or took back what they stand in before she had seen the mark, and so wrote them anew without it; or they were cut here
 * and pasted there. Where the words are gone, the comment keeps its quote and has no place.
 */
export class LostMarks {
  readonly #applications: Pick<Applications, 'find'>
  readonly #rooms: Pick<Rooms, 'mark'>
  readonly #look: (id: string) => Look
  readonly #quiet: WhenQuiet
  /** By ansökan and thread, since the program started. */
  readonly #seen = new Map<string, Map<string, Seen>>()
  /** When nothing more is looked for. */
  #endsAt = Number.POSITIVE_INFINITY

  /** `failed` is told when something could not be looked for or marked: it is tried when the text changes again. */
  constructor(
    applications: Pick<Applications, 'find'>,
    rooms: Pick<Rooms, 'mark'>,
    look: (id: string) => Look,
    failed: (id: string, fault: unknown) => void,
  ) {
    this.#applications = applications
    this.#rooms = rooms
    this.#look = look
    this.#quiet = new WhenQuiet((id, sections) => this.#lookAfter(id, sections), failed)
  }

  /** The text of these sections has changed. Told with every update: the work is done later. */
  changed(id: string, sections: ReadonlySet<string>): void {
    this.#quiet.changed(id, sections)
  }

  /** Remembers where a mark has just been put: an update that does not know of it may be on its way. */
  marked(id: string, doc: Y.Doc, thread: string, place: MarkPlace): void {
    // Nothing is known yet of the others: then all are looked at first.
    const seen = this.#seen.get(id) ?? this.#seeAll(id, doc)
    remember(seen, new Map([[thread, [place]]]))
  }

  /** Looks for what is still to be looked for, and waits for it. */
  async settle(): Promise<void> {
    this.#endsAt = performance.now() + stopWaitsMs
    await this.#quiet.settle()
  }

  async #lookAfter(id: string, sections: ReadonlySet<string>): Promise<void> {
    const open = this.#applications.find(id)
    const threads = open?.comments.threads.filter(isMarkedInText) ?? []
    if (!open || threads.length === 0) return
    const rich = richSections(open).filter(section => sections.has(section))
    const { words, lost, before, now } = await this.#look(id)(doc => {
      const seen = this.#seen.get(id) ?? this.#seeAll(id, doc)
      const now = placesOfMarks(doc, rich)
      const before = new Map([...now.keys()].map(thread => [thread, seen.get(thread)?.places ?? []]))
      remember(seen, now)
      return { words: wordsOf(doc, rich), lost: lostOf(threads, seen, now, sections), before, now }
    })
    const found = new Map<string, readonly FoundWords[]>()
    for (const [thread, left] of now) {
      if (lengthOfMarks(left) >= lengthOfMarks(before.get(thread))) continue
      for (const [, places] of findCutShort(words, before, new Map([[thread, left]])))
        found.set(thread, places)
      await others()
    }
    for (const one of lost) {
      if (performance.now() > this.#endsAt) break
      for (const [thread, places] of findLost(words, new Map([one]))) found.set(thread, places)
      await others()
    }
    if (found.size > 0) await this.#mark(id, words, found)
  }

  /** By their words: somebody may have written meanwhile. */
  async #mark(
    id: string,
    words: ReadonlyMap<string, string>,
    found: ReadonlyMap<string, readonly FoundWords[]>,
  ): Promise<void> {
    for (const [thread, places] of found) {
      for (const { section, ...range } of places) {
        if (performance.now() > this.#endsAt) return
        const kept = keepPlace(words.get(section) ?? '', range)
        await this.#rooms.mark(id, {
          thread,
          find: doc => findQuote(doc, section, kept),
          marked: doc => {
            const here = placesOfMarks(doc, words.keys()).get(thread)
            if (here) this.#seen.get(id)?.set(thread, { places: here, looksLeft: looksMost })
          },
        })
      }
    }
  }

  #seeAll(id: string, doc: Y.Doc): Map<string, Seen> {
    const open = this.#applications.find(id)
    const seen = new Map<string, Seen>()
    if (open) {
      const marked = placesOfMarks(doc, richSections(open))
      for (const { id: thread, place } of open.comments.threads.filter(isMarkedInText)) {
        const isKnown = place.quote.length >= longEnough || place.before !== '' || place.after !== ''
        const { section, quote, before, after } = place
        const known = { section, quote, before, after, from: 0, to: quote.length }
        const places = isKnown ? [known] : []
        if (!marked.has(thread)) seen.set(thread, { places, looksLeft: looksMost })
      }
      remember(seen, marked)
    }
    this.#seen.set(id, seen)
    const [oldest] = this.#seen.keys()
    if (this.#seen.size > documentsMost && oldest !== undefined) this.#seen.delete(oldest)
    return seen
  }
}

type OnText = KeptThread & { place: { is: 'text' } }

function isMarkedInText(thread: KeptThread): thread is OnText {
  return thread.internalTo === null && thread.place.is === 'text' && thread.unmarked === null
}

function richSections({ form }: OpenApplication): string[] {
  return form.sections.flatMap(({ key, kind }) => (kind === 'rich' ? [key] : []))
}

function remember(seen: Map<string, Seen>, marked: MarkPlaces): void {
  for (const [thread, places] of marked) seen.set(thread, { places, looksLeft: looksMost })
}

/** Those that stood in sections that have changed, and have no mark there any more. */
function lostOf(
  threads: readonly OnText[],
  seen: ReadonlyMap<string, Seen>,
  marked: ReadonlyMap<string, unknown>,
  sections: ReadonlySet<string>,
): Map<string, readonly MarkPlace[]> {
  const lost = new Map<string, readonly MarkPlace[]>()
  for (const { id } of threads) {
    const known = seen.get(id)
    if (!known || marked.has(id) || known.looksLeft === 0) continue
    if (!known.places.some(({ section }) => sections.has(section))) continue
    known.looksLeft -= 1
    lost.set(id, known.places)
  }
  return lost
}

import type * as Y from 'yjs'
import type { Applications } from '../document/Applications.ts'
import { Turns } from '../people/access/Turns.ts'
import type { Rooms } from '../sync/rooms.ts'
import type { KeptThread } from './commentsFile.ts'
import type { LostMarks } from './LostMarks.ts'
import { type FoundPlace, findQuote, findSelected, type MarkedWords, markedThreads } from './placing.ts'

/** Marks that others wait for at most, before they may write again. */
const markedTogether = 20

/**
 * Puts into the texts the marks of threads that all may see. The record is on disk first, with what is to be marked:
 * so the guard knows whose mark it is, and a stop between the two leaves nothing but a mark to be put in later.
 */
export class Marking {
  readonly #applications: Pick<Applications, 'find'>
  readonly #rooms: Pick<Rooms, 'mark' | 'withRoom'>
  readonly #lostMarks: Pick<LostMarks, 'marked'>
  /** By ansökan. */
  readonly #turns = new Map<string, Turns>()
  /** Threads whose mark may have come into the text before. */
  readonly #perhapsMarked = new Set<string>()

  constructor(
    applications: Pick<Applications, 'find'>,
    rooms: Pick<Rooms, 'mark' | 'withRoom'>,
    lostMarks: Pick<LostMarks, 'marked'>,
  ) {
    this.#applications = applications
    this.#rooms = rooms
    this.#lostMarks = lostMarks
  }

  /**
   * Marks all that is to be marked in an ansökan; what has come together, together. Rejects when something could not be:
   * that is tried again with the next.
   */
  async mark(id: string): Promise<void> {
    if (this.#unmarked(id).length === 0) return
    const turns = this.#turns.get(id) ?? new Turns()
    this.#turns.set(id, turns)
    await turns.take(() => this.#markAll(id))
  }

  /** The same after a start or a fault: nobody knows how far it had come. False when there was nothing to mark. */
  async takeUp(id: string): Promise<boolean> {
    const threads = this.#unmarked(id)
    for (const thread of threads) this.#perhapsMarked.add(thread.id)
    await this.mark(id)
    return threads.length > 0
  }

  async #markAll(id: string): Promise<void> {
    const open = this.#applications.find(id)
    const threads = this.#unmarked(id)
    if (!open || threads.length === 0) return
    const before = new Set(threads.filter(thread => this.#perhapsMarked.has(thread.id)).map(({ id }) => id))
    for (const thread of threads) this.#perhapsMarked.add(thread.id)
    const known =
      before.size > 0
        ? await this.#rooms.withRoom(id, room => room.look(doc => markedThreads(doc, open.form)))
        : new Map<string, MarkedWords>()
    const quotes = new Map<string, string | null>()
    for (let done = 0; done < threads.length; done += markedTogether) {
      const together = threads.slice(done, done + markedTogether).map(async thread => {
        quotes.set(thread.id, known.get(thread.id)?.quote ?? (await this.#markOne(id, thread)))
      })
      await Promise.all(together)
    }
    await open.comments.marked(quotes)
    for (const thread of threads) this.#perhapsMarked.delete(thread.id)
  }

  /** The words that have been marked; null when nothing is left of them, and when there is no room for their mark. */
  async #markOne(id: string, thread: KeptThread): Promise<string | null> {
    const found = await this.#rooms.mark(id, {
      thread: thread.id,
      find: doc => wordsOf(doc, thread),
      marked: (doc, { place }) => this.#lostMarks.marked(id, doc, thread.id, place),
    })
    if (found === null) return null
    return thread.unmarked?.is === 'quote' ? thread.unmarked.quote : found.place.quote
  }

  #unmarked(id: string): KeptThread[] {
    return this.#applications.find(id)?.comments.threads.filter(thread => thread.unmarked !== null) ?? []
  }
}

/** What is to be marked of a thread; null when nothing is left of it. */
function wordsOf(doc: Y.Doc, { unmarked, place }: KeptThread): FoundPlace | null {
  if (unmarked === null || place.is !== 'text') return null
  if (unmarked.is === 'quote') return findQuote(doc, place.section, unmarked)
  const { anchor, head } = unmarked
  return findSelected(doc, { ...place, anchor, head })
}

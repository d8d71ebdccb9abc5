import type * as Y from 'yjs'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import type { Applications } from '../document/Applications.ts'
import { Turns } from '../people/access/Turns.ts'
import type { Rooms } from '../sync/rooms.ts'
import type { KeptThread } from './commentsFile.ts'
import type { LostMarks } from './LostMarks.ts'
import { markedThreads, markQuote, placeMark } from './placing.ts'

/** What has been marked, as `DocumentComments.marked` takes it. */
type Quotes = Map<string, string | null>

/**
 * Puts into the texts the marks of threads that all may see. The record is on disk first, with what is to be marked:
 * so the guard knows whose mark it is, and a stop between the two leaves nothing but a mark to be put in later.
 */
export class Marking {
  readonly #applications: Pick<Applications, 'find'>
  readonly #rooms: Pick<Rooms, 'write'>
  readonly #lostMarks: Pick<LostMarks, 'marked'>
  /** By ansökan. */
  readonly #turns = new Map<string, Turns>()
  /** Threads whose mark may have come into the text before. */
  readonly #perhapsMarked = new Set<string>()

  constructor(
    applications: Pick<Applications, 'find'>,
    rooms: Pick<Rooms, 'write'>,
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
    const quotes = await this.#rooms.write(id, null, doc => {
      const quotes = markIn(doc, open.form, threads, before)
      this.#lostMarks.marked(id, doc, new Set(threads.map(({ place }) => place.section)))
      return quotes
    })
    await open.comments.marked(quotes)
    for (const thread of threads) this.#perhapsMarked.delete(thread.id)
  }

  #unmarked(id: string): KeptThread[] {
    return this.#applications.find(id)?.comments.threads.filter(thread => thread.unmarked !== null) ?? []
  }
}

/** `before`: ids of those that may be marked already. */
function markIn(
  doc: Y.Doc,
  form: FormTemplate,
  threads: readonly KeptThread[],
  before: ReadonlySet<string>,
): Quotes {
  const known = before.size > 0 ? markedThreads(doc, form) : new Map<string, { quote: string }>()
  return new Map(
    threads.map(thread => [thread.id, known.get(thread.id)?.quote ?? markOne(doc, thread)] as const),
  )
}

/** The words that have been marked; null when nothing is left of them. */
function markOne(doc: Y.Doc, { id, unmarked, place }: KeptThread): string | null {
  if (unmarked === null || place.is !== 'text') return null
  if (unmarked.is === 'quote') return markQuote(doc, place.section, unmarked, id) ? unmarked.quote : null
  const { anchor, head } = unmarked
  const { quote, isPlaced } = placeMark(doc, { ...place, anchor, head }, id)
  return isPlaced ? quote : null
}

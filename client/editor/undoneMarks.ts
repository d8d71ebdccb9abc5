import * as Y from 'yjs'
import {
  findLost,
  lengthOfMarks,
  type MarkPlace,
  type MarkPlaces,
  markFound,
  placesOfMarks,
  wordsOf,
} from '../../shared/comment/lostMarks.ts'
import { MarkedText } from '../../shared/comment/MarkedText.ts'
import { commentKey } from '../../shared/document/nodes/commentKey.ts'

/** Origin of the transactions that put marks right: they are no step of undo themselves. */
const marksKept = Symbol('marksKept')

/** What of the document there was when a step of the stack was made, by client. */
type Known = ReadonlyMap<number, number>

/**
 * Keeps comments on their words when something is taken back. A split or a join that is undone brings the old letters
 * back, and a comment that was made on the new ones would go with those; words that come back beside a comment that was
 * made meanwhile would fall into it; and one on words whose writing is undone has nothing to stand on, and comes back
 * with them.
 */
export class UndoneMarks {
  readonly #undo: Y.UndoManager
  readonly #sections: readonly string[]
  /** Where the marks stood that have gone with what was taken back. */
  readonly #lost = new Map<string, readonly MarkPlace[]>()
  #popped: Known | null = null

  /** `sections`: keys of those with rich text. */
  constructor(undo: Y.UndoManager, sections: readonly string[]) {
    this.#undo = undo
    this.#sections = sections
    undo.on('stack-item-added', ({ stackItem }) => {
      stackItem.meta.set(UndoneMarks, Y.decodeStateVector(Y.encodeStateVector(undo.doc)))
    })
    undo.on('stack-item-popped', ({ stackItem }) => {
      this.#popped = stackItem.meta.get(UndoneMarks) ?? null
    })
  }

  /** Does `act`, which takes something back or puts it back. */
  keeping<T>(act: () => T): T {
    const { doc } = this.#undo
    const before = placesOfMarks(doc, this.#sections)
    const result = act()
    if (before.size === 0 && this.#lost.size === 0) return result
    const after = placesOfMarks(doc, this.#sections)
    const grown = this.#lookForGrown(before, after)
    for (const [thread, places] of before) {
      if (lengthOfMarks(after.get(thread)) < lengthOfMarks(places)) this.#lost.set(thread, places)
    }
    for (const [thread, places] of this.#lost) {
      if (lengthOfMarks(after.get(thread)) >= lengthOfMarks(places)) this.#lost.delete(thread)
    }
    if (this.#lost.size + grown.size === 0) return result
    doc.transact(() => {
      for (const thread of grown.keys()) {
        for (const section of this.#sections) new MarkedText(doc.getXmlFragment(section)).unmark(thread)
      }
      const wanted = new Map([...this.#lost, ...grown])
      markFound(doc, findLost(wordsOf(doc, this.#sections), wanted))
    }, marksKept)
    return result
  }

  /** Where the marks stood that others' words have fallen into: they are younger than what was taken back. */
  #lookForGrown(before: MarkPlaces, after: MarkPlaces): MarkPlaces {
    const grown = new Map<string, readonly MarkPlace[]>()
    for (const [thread, places] of before) {
      const isLonger = lengthOfMarks(after.get(thread)) > lengthOfMarks(places)
      if (isLonger && this.#popped && isYounger(this.#undo.doc, thread, this.#popped))
        grown.set(thread, places)
    }
    return grown
  }
}

/**
 * True if the thread's mark has been made after all that is `known`: none of its formats is older, also of those that
 * have been deleted since.
 */
function isYounger({ store }: Y.Doc, thread: string, known: Known): boolean {
  const key = commentKey(thread)
  for (const [client, structs] of store.clients) {
    const from = known.get(client) ?? 0
    for (const struct of structs) {
      if (struct.id.clock >= from) break
      if (
        struct instanceof Y.Item &&
        struct.content instanceof Y.ContentFormat &&
        struct.content.key === key
      ) {
        return false
      }
    }
  }
  return true
}

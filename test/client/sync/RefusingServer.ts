import * as Y from 'yjs'
import type { LeftOver } from '../../../client/sync/rebuild/Lines.ts'
import type { Unacknowledged } from '../../../client/sync/rebuild/poisoned.ts'
import { rebuild } from '../../../client/sync/rebuild/rebuild.ts'
import { GuardedDocument } from '../../../server/sync/guard/GuardedDocument.ts'
import { anyMarks } from '../../../server/sync/guard/marks.ts'
import type { RescuedWhy } from '../../../shared/http/rescued.ts'
import { nameRoots, roots } from '../../server/sync/guard/guardedHouse.ts'

/** A server that lets in what its guard lets in, and nothing in what is closed. */
export class RefusingServer {
  readonly doc = new Y.Doc()
  /** Sections, or `‹section› ‹first-level key›`, that nobody may write in now. */
  readonly closed = new Set<string>()
  /** Why it refused, each time. */
  readonly refusals: RescuedWhy[] = []
  /** Words that make it refuse an update, with the reason: stands for whatever a guard may dislike. */
  readonly disliked = new Map<string, RescuedWhy>()
  readonly #guarded: GuardedDocument

  constructor(state: Uint8Array) {
    Y.applyUpdate(this.doc, state)
    this.#guarded = new GuardedDocument(this.doc, roots)
  }

  get state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc)
  }

  /** Takes one update, or gives the reason why not. */
  take(update: Uint8Array): RescuedWhy | null {
    const text = Y.decodeUpdate(update)
      .structs.map(struct =>
        struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : '',
      )
      .join('')
    for (const [words, why] of this.disliked) if (text.includes(words)) return why
    const verdict = this.#guarded.check(update, {
      mayWriteAs: () => true,
      mayTouch: (section, key) => !this.closed.has(section) && !this.closed.has(`${section} ${key}`),
      mayMark: anyMarks,
    })
    if (!verdict.ok) return verdict.refusal
    if (!verdict.nothingNew) this.#guarded.apply(update)
    return null
  }

  /** Sends it all as a client does: what is refused is rebuilt and sent again, until nothing waits. */
  takeAll(updates: readonly Uint8Array[]): LeftOver[] {
    const left: LeftOver[] = []
    let waiting: Unacknowledged[] = updates.map(update => ({ key: null, update, again: false }))
    // Each piece can be refused twice at most.
    for (let round = 0; round < 2 * updates.length + 200; round += 1) {
      const { at, why } = this.#firstRefused(waiting)
      const refused = waiting[at]
      if (why === null || !refused) return left
      this.refusals.push(why)
      waiting = waiting.slice(at)
      const rebuilt = rebuild(this.state, roots, { unacknowledged: waiting, refused, why })
      left.push(...rebuilt.left)
      const replaced = new Set(rebuilt.replaced)
      waiting = [
        ...waiting.filter(entry => !replaced.has(entry)),
        ...rebuilt.updates.map(update => ({ key: null, update, again: true })),
      ]
    }
    throw new Error('It does not come to an end.')
  }

  #firstRefused(waiting: readonly Unacknowledged[]): { at: number; why: RescuedWhy | null } {
    for (const [at, { update }] of waiting.entries()) {
      const why = this.take(update)
      if (why !== null) return { at, why }
    }
    return { at: waiting.length, why: null }
  }
}

/** Somebody who has opened the document as it is now, and keeps what she writes, one update a change. */
export function writerOn(server: RefusingServer): { doc: Y.Doc; written: Uint8Array[] } {
  const doc = new Y.Doc()
  nameRoots(doc)
  Y.applyUpdate(doc, server.state)
  const written: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => written.push(update))
  return { doc, written }
}

/** What is left over, a line a text: `background: Ord`, `participants start: 2025-12-31`. */
export function linesOf(left: readonly LeftOver[]): string[] {
  return left.flatMap(({ section, lines }) =>
    lines.map(({ path, value }) => `${[section, path].filter(part => part !== null).join(' ')}: ${value}`),
  )
}

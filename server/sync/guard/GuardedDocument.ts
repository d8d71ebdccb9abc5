import * as Y from 'yjs'
import type { RootShape } from '../../../shared/document/roots.ts'
import type { Refusal } from '../../../shared/sync/refusal.ts'
import { DocumentPlaces } from './DocumentPlaces.ts'
import { Graves } from './Graves.ts'
import { buryDeleted, type LostText } from './lostText.ts'
import { Refused } from './Refused.ts'
import { type DecodedUpdate, type DeleteRanges, readUpdate, type Struct } from './readUpdate.ts'
import { type GuardRules, UpdateCheck } from './UpdateCheck.ts'

export type Verdict =
  | {
      readonly ok: true
      /** The document has all of it already: it need be neither kept, nor applied, nor sent on. */
      readonly nothingNew: boolean
      /** Sections in which it writes or deletes something. */
      readonly touched: ReadonlySet<string>
      /** Client ids under which it brings something new. */
      readonly clients: ReadonlySet<number>
    }
  | { readonly ok: false; readonly refusal: Refusal }

interface Checked {
  readonly update: Uint8Array
  readonly deletes: DeleteRanges
  readonly buried: readonly Struct[]
}

/**
 * The door to a room's document: what comes from a client goes in here, checked first (limits.md 2), and what is
 * lost of it, or by it, comes out. Other transactions on the document are the server's own and are not checked.
 */
export class GuardedDocument {
  readonly #doc: Y.Doc
  readonly #places: DocumentPlaces
  readonly #graves = new Graves()
  /** The update that may be applied now: the last that was let through, if nothing has changed since. */
  #checked: Checked | null = null
  /** What the update being applied says that it deletes; null between updates. */
  #deletes: DeleteRanges | null = null

  /** `doc` is the live document (collecting, as Yjs does by default); `roots` are those of its form. */
  constructor(doc: Y.Doc, roots: ReadonlyMap<string, RootShape>) {
    this.#doc = doc
    this.#places = new DocumentPlaces(doc, roots)
    // After the transaction, but before Yjs collects what it has deleted.
    doc.on('afterTransaction', transaction => this.#afterTransaction(transaction))
  }

  /** Whether the document may take this update from a session. Changes nothing and never throws. */
  check(update: Uint8Array, rules: GuardRules): Verdict {
    this.#checked = null
    try {
      const decoded: DecodedUpdate = readUpdate(update)
      const { touched, clients, buried } = new UpdateCheck(this.#doc, this.#places, rules, decoded).run(
        decoded,
      )
      this.#checked = { update, deletes: decoded.deletes, buried }
      return { ok: true, nothingNew: touched.size === 0 && clients.size === 0, touched, clients }
    } catch (fault) {
      // Whatever else it is (lib0 and JSON throw their own), it came of these bytes, and Yjs would trip over it too.
      return { ok: false, refusal: fault instanceof Refused ? fault.refusal : 'malformed' }
    }
  }

  /**
   * Applies the update that was checked last and let through; throws when it is another, or when the document has
   * changed since. Gives back the lost texts that have changed by it, in the order of the document.
   *
   * `kind` is the frame that it came in: an `update` names what its sender has deleted herself, a `syncStep2` all
   * that her document knows to be deleted, by whomever. The latter is the cautious reading of either.
   */
  apply(update: Uint8Array, kind: 'update' | 'syncStep2' = 'syncStep2'): LostText[] {
    const checked = this.#checked
    if (checked?.update !== update) throw new Error('Only the update that was checked last can be applied')
    this.#checked = null
    this.#deletes = checked.deletes
    try {
      Y.applyUpdate(this.#doc, update)
    } finally {
      this.#deletes = null
    }
    for (const struct of checked.buried) this.#graves.add(struct)
    this.#graves.takeBack(checked.deletes, kind === 'syncStep2')
    return this.#graves.changed()
  }

  #afterTransaction(transaction: Y.Transaction): void {
    this.#checked = null
    if (transaction.deleteSet.clients.size === 0) return
    buryDeleted(transaction, this.#deletes, this.#places, this.#graves)
  }
}

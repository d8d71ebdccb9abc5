import * as Y from 'yjs'
import type { RootShape } from '../../../shared/document/roots.ts'
import type { Refusal } from '../../../shared/sync/refusal.ts'
import { DocumentPlaces } from './DocumentPlaces.ts'
import { Graves } from './Graves.ts'
import { type GuardLimits, guardDefaults } from './limits.ts'
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
      /** It names something as deleted. */
      readonly deletes: boolean
    }
  | { readonly ok: false; readonly refusal: Refusal }

/** What the log has was let in when it came. */
const anything: GuardRules = { mayWriteAs: () => true, mayTouch: () => true, mayMark: () => true }

const nothing: DeleteRanges = new Map()

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
  readonly #graves: Graves
  readonly #limits: GuardLimits
  /** The update that may be applied now: the last that was let through, if nothing has changed since. */
  #checked: Checked | null = null
  /** What the updates being applied say that they delete; null between transactions. */
  #deletes: DeleteRanges | null = null
  #takenBack: { readonly deletes: DeleteRanges; readonly areAllKnown: boolean }[] = []
  /** True while updates are applied whose graves are known. */
  #isBuried = false

  /**
   * `doc` is the live document (collecting, as Yjs does by default); `roots` are those of its form; `graves` are
   * those of the same document while it was last open, if anybody kept them.
   */
  constructor(
    doc: Y.Doc,
    roots: ReadonlyMap<string, RootShape>,
    graves = new Graves(),
    limits: GuardLimits = guardDefaults,
  ) {
    this.#doc = doc
    this.#graves = graves
    this.#limits = limits
    this.#places = new DocumentPlaces(doc, roots)
    // After the transaction, but before Yjs collects what it has deleted.
    doc.on('afterTransaction', transaction => this.#afterTransaction(transaction))
  }

  /**
   * Whether the document may take this update from a session. Changes nothing and never throws. `limits` are those of
   * a client, unless it is the program that writes.
   */
  check(update: Uint8Array, rules: GuardRules, limits = this.#limits): Verdict {
    this.#checked = null
    try {
      const decoded: DecodedUpdate = readUpdate(update, limits)
      const { touched, clients, buried } = new UpdateCheck(
        this.#doc,
        this.#places,
        rules,
        decoded,
        limits,
      ).run(decoded)
      this.#checked = { update, deletes: decoded.deletes, buried }
      return {
        ok: true,
        nothingNew: touched.size === 0 && clients.size === 0,
        touched,
        clients,
        deletes: decoded.deletes.size > 0,
      }
    } catch (fault) {
      // Whatever else it is (lib0 and JSON throw their own), it came of these bytes, and Yjs would trip over it too.
      return { ok: false, refusal: fault instanceof Refused ? fault.refusal : 'malformed' }
    }
  }

  /**
   * Runs `work`, whose updates share a transaction; one that deletes something must be the only one. Gives back the
   * lost texts that have changed by them, in the order of the document. Throws what `work` throws.
   */
  together(work: () => void): LostText[] {
    this.#deletes = nothing
    this.#takenBack = []
    try {
      this.#doc.transact(work)
    } finally {
      this.#deletes = null
    }
    for (const { deletes, areAllKnown } of this.#takenBack) this.#graves.takeBack(deletes, areAllKnown)
    return this.#graves.changed()
  }

  /** Applies one update by itself, as `together` and `add` do. */
  apply(update: Uint8Array, kind: 'update' | 'syncStep2' = 'syncStep2'): LostText[] {
    return this.together(() => this.add(update, kind))
  }

  /**
   * Applies the update that was checked last and let through, in `together`; throws when it is another, or when the
   * document has changed since.
   *
   * `kind` is the frame that it came in: an `update` names what its sender has deleted herself, a `syncStep2` all
   * that her document knows to be deleted, by whomever. The latter is the cautious reading of either.
   */
  add(update: Uint8Array, kind: 'update' | 'syncStep2'): void {
    const checked = this.#checked
    if (checked?.update !== update) throw new Error('Only the update that was checked last can be applied')
    if (this.#deletes === null) throw new Error('An update is applied together with others')
    this.#checked = null
    if (checked.deletes.size > 0) this.#deletes = checked.deletes
    Y.applyUpdate(this.#doc, update)
    for (const struct of checked.buried) this.#graves.add(struct)
    if (checked.deletes.size > 0) {
      this.#takenBack.push({ deletes: checked.deletes, areAllKnown: kind === 'syncStep2' })
    }
  }

  /**
   * Fills the empty document with what the storage has: a snapshot and the updates since, the last of which has the
   * number `sequence`. What they delete and lose goes into the graves again, since somebody may come back with more
   * words for it; those with a number up to `buriedThrough` are there already.
   */
  load(updates: readonly Uint8Array[], sequence: number, buriedThrough: number): void {
    const snapshotNumber = sequence - updates.length + 1
    for (const [index, update] of updates.entries()) {
      this.#isBuried = snapshotNumber + index <= Math.max(snapshotNumber, buriedThrough)
      if (this.#isBuried || !this.check(update, anything).ok) Y.applyUpdate(this.#doc, update)
      // What it lost has been told.
      else this.apply(update)
    }
    this.#isBuried = false
  }

  #afterTransaction(transaction: Y.Transaction): void {
    this.#checked = null
    // Yjs would tidy up formats that say the same twice. Every client does that to itself and sends it; done here
    // it would be known to nobody, and what a client then sends of it would be neither kept nor passed on.
    transaction._needFormattingCleanup = false
    if (this.#isBuried || transaction.deleteSet.clients.size === 0) return
    buryDeleted(transaction, this.#deletes, this.#places, this.#graves)
  }
}

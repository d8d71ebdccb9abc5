import * as Y from 'yjs'
import type { RootShape } from '../../shared/document/roots.ts'
import type { StoredUpdates } from '../storage/Storage.ts'
import { Graves } from './guard/Graves.ts'
import { GuardedDocument } from './guard/GuardedDocument.ts'
import { type GravesRecord, readGraves, writeGraves } from './guard/gravesRecord.ts'
import type { GuardLimits } from './guard/limits.ts'
import { Message } from './Message.ts'

interface Awake {
  readonly doc: Y.Doc
  readonly guarded: GuardedDocument
}

/** Different answers that are kept for the next who asks the same. */
const maxAnswers = 16

/**
 * The document of a room. It is awake, as a Y.Doc with its guard, while somebody changes it; otherwise it sleeps as
 * bytes, which take a fraction of the memory and are what a newcomer is sent.
 */
export class RoomDocument {
  readonly #roots: ReadonlyMap<string, RootShape>
  readonly #limits: GuardLimits
  readonly #graves: Graves
  #awake: Awake | null = null
  /** The whole state while it sleeps. */
  #asleep: Uint8Array | null
  #stateVector: Uint8Array | null = null
  /** Answers to a step 1, by the state vector that was asked with. */
  readonly #answers = new Map<string, Message>()
  /** About how large the state is: never less than it is. */
  #sizeBytes: number
  #isMeasured = false
  #sequence: number
  #changedAt = performance.now()

  private constructor(
    roots: ReadonlyMap<string, RootShape>,
    limits: GuardLimits,
    graves: Graves,
    state: Uint8Array | null,
    sizeBytes: number,
    sequence: number,
  ) {
    this.#roots = roots
    this.#limits = limits
    this.#graves = graves
    this.#asleep = state
    this.#sizeBytes = sizeBytes
    this.#sequence = sequence
  }

  /** From what the storage has: a snapshot, which can go on sleeping, and the updates since; and what was buried. */
  static from(
    { updates, sequence }: StoredUpdates,
    roots: ReadonlyMap<string, RootShape>,
    limits: GuardLimits,
    kept: GravesRecord | null,
  ): RoomDocument {
    // Those of a later state, which it has been put back from, are of no use.
    const graves = kept && kept.through <= sequence ? readGraves(kept) : new Graves()
    const [snapshot, ...since] = updates
    const sizeBytes = updates.reduce((sum, update) => sum + update.length, 0)
    // Copied, so that it does not hold on to the whole file.
    if (snapshot && since.length === 0) {
      return new RoomDocument(roots, limits, graves, Uint8Array.from(snapshot), sizeBytes, sequence)
    }
    const document = new RoomDocument(roots, limits, graves, null, sizeBytes, sequence)
    const doc = new Y.Doc()
    const guarded = new GuardedDocument(doc, roots, graves, limits)
    document.#awake = { doc, guarded }
    guarded.load(updates, sequence, kept?.through ?? 0)
    // What waits for an update that the disk once refused was never acknowledged: its writer sends it again, and
    // until then nobody is to be given half of it.
    doc.store.pendingStructs = null
    doc.store.pendingDs = null
    return document
  }

  /** When it was last changed, or else opened, on the clock of `performance`. */
  get changedAt(): number {
    return this.#changedAt
  }

  get isAwake(): boolean {
    return this.#awake !== null
  }

  /** Wakes it. */
  get doc(): Y.Doc {
    return this.#wake().doc
  }

  /** Wakes it. After `apply` of something new, `changed` must be called. */
  get guarded(): GuardedDocument {
    return this.#wake().guarded
  }

  /** An update of as many bytes has been applied: no answer holds any longer. */
  changed(updateBytes: number): void {
    this.#sequence += 1
    this.#changedAt = performance.now()
    this.#sizeBytes += updateBytes
    this.#isMeasured = false
    this.#stateVector = null
    if (this.#answers.size > 0) this.#answers.clear()
  }

  /** The whole document as one update. */
  state(): Uint8Array {
    if (this.#asleep) return this.#asleep
    const state = Y.encodeStateAsUpdate(this.doc)
    this.#sizeBytes = state.length
    this.#isMeasured = true
    return state
  }

  /** Number that its last update has among those on disk, or will have when it is there. */
  get sequence(): number {
    return this.#sequence
  }

  /** What has been deleted of late in it. */
  graves(): GravesRecord {
    return writeGraves(this.#graves, this.#sequence)
  }

  /** Whether it may grow by as many bytes. Measures it only when the estimate says no. */
  hasRoomFor(updateBytes: number, maxBytes: number): boolean {
    if (this.#sizeBytes + updateBytes > maxBytes && !this.#isMeasured) this.state()
    return this.#sizeBytes + updateBytes <= maxBytes
  }

  stateVector(): Uint8Array {
    this.#stateVector ??=
      this.#asleep === null ? Y.encodeStateVector(this.doc) : Y.encodeStateVectorFromUpdate(this.#asleep)
    return this.#stateVector
  }

  /** What somebody with this state vector lacks, as a step 2. Throws when it is no state vector. */
  answerTo(stateVector: Uint8Array): Message {
    const asked = Buffer.from(stateVector).toString('latin1')
    const known = this.#answers.get(asked)
    if (known) return known
    const hasNothing = stateVector.length === 1 && stateVector[0] === 0
    const update = hasNothing ? this.state() : Y.encodeStateAsUpdate(this.doc, stateVector)
    const answer = Message.of({ kind: 'syncStep2', update })
    if (this.#answers.size < maxAnswers) this.#answers.set(asked, answer)
    return answer
  }

  /** Lets go of what can be made again. */
  forgetAnswers(): void {
    this.#answers.clear()
  }

  /** Puts it to sleep. */
  sleep(): void {
    if (!this.#awake) return
    const state = this.state()
    this.#stateVector = Y.encodeStateVector(this.#awake.doc)
    this.#awake.doc.destroy()
    this.#awake = null
    this.#asleep = state
  }

  #wake(): Awake {
    if (this.#awake) return this.#awake
    const doc = new Y.Doc()
    const guarded = new GuardedDocument(doc, this.#roots, this.#graves, this.#limits)
    if (this.#asleep) Y.applyUpdate(doc, this.#asleep)
    this.#asleep = null
    this.#awake = { doc, guarded }
    return this.#awake
  }
}

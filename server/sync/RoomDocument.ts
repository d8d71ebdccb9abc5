import * as Y from 'yjs'
import type { RootShape } from '../../shared/document/roots.ts'
import type { StoredUpdates } from '../storage/Storage.ts'
import { Graves } from './guard/Graves.ts'
import { GuardedDocument } from './guard/GuardedDocument.ts'
import { type GravesRecord, readGraves, writeGraves } from './guard/gravesRecord.ts'
import type { GuardLimits } from './guard/limits.ts'
import { type JoinedUpdates, joinUpdates } from './joinUpdates.ts'
import { Message } from './Message.ts'

interface Awake {
  readonly doc: Y.Doc
  readonly guarded: GuardedDocument
}

interface Asleep {
  /** The whole state: a snapshot, and the updates since. */
  readonly updates: readonly Uint8Array[]
  /** Number of the last update whose deletions are among the graves. */
  readonly buriedThrough: number
}

/** Different answers that are kept for the next who asks the same. */
const maxAnswers = 16

/**
 * The document of a room. It is awake, as a Y.Doc with its guard, while somebody changes it. It sleeps as bytes, which
 * are what a newcomer is sent and what somebody who comes back is sent a part of, from when it was opened until then.
 * And when nobody has asked anything of it for a while it is away: only on disk, and must come home before it is asked
 * for anything but its state vector.
 */
export class RoomDocument {
  readonly #roots: ReadonlyMap<string, RootShape>
  readonly #limits: GuardLimits
  readonly #graves: Graves
  #awake: Awake | null = null
  /** Null when it is awake or away. */
  #asleep: Asleep | null
  /** What it sleeps on in one piece; null when it is awake, or nobody has asked of late. */
  #joined: JoinedUpdates | null = null
  /** The whole state while it is awake; null when it has changed since somebody asked, and when it is not awake. */
  #state: Uint8Array | null = null
  #stateVector: Uint8Array | null = null
  /** Answers to a step 1, by the state vector that was asked with. */
  readonly #answers = new Map<string, Message>()
  /** About how large the state is: never less than it is. */
  #sizeBytes: number
  #sequence: number
  #usedAt = performance.now()

  private constructor(
    roots: ReadonlyMap<string, RootShape>,
    limits: GuardLimits,
    graves: Graves,
    asleep: Asleep,
    sequence: number,
  ) {
    this.#roots = roots
    this.#limits = limits
    this.#graves = graves
    this.#asleep = asleep
    this.#sizeBytes = asleep.updates.reduce((sum, update) => sum + update.length, 0)
    this.#sequence = sequence
  }

  /** From what the storage has, and what was buried. It goes on sleeping. */
  static from(
    { updates, sequence }: StoredUpdates,
    roots: ReadonlyMap<string, RootShape>,
    limits: GuardLimits,
    kept: GravesRecord | null,
  ): RoomDocument {
    // Those of a later state, which it has been put back from, are of no use.
    const buried = kept && kept.through <= sequence ? kept : null
    const graves = buried ? readGraves(buried) : new Graves()
    const asleep = { updates, buriedThrough: buried?.through ?? 0 }
    return new RoomDocument(roots, limits, graves, asleep, sequence)
  }

  /** When it was last changed, asked for by a newcomer, or opened, on the clock of `performance`. */
  get usedAt(): number {
    return this.#usedAt
  }

  get isAwake(): boolean {
    return this.#awake !== null
  }

  /** True when it is only on disk. */
  get isAway(): boolean {
    return this.#awake === null && this.#asleep === null
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
    this.#usedAt = performance.now()
    this.#sizeBytes += updateBytes
    this.#stateVector = null
    this.#state = null
    if (this.#answers.size > 0) this.#answers.clear()
  }

  /** The whole document as one update, without what has been deleted. Wakes it, unless it sleeps on just that. */
  state(): Uint8Array {
    const [snapshot, ...since] = this.#asleep?.updates ?? []
    if (snapshot && since.length === 0) return snapshot
    const { doc } = this.#wake()
    return this.#state ?? this.#keep(Y.encodeStateAsUpdate(doc))
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
    if (this.#sizeBytes + updateBytes > maxBytes && !this.#state) this.state()
    return this.#sizeBytes + updateBytes <= maxBytes
  }

  stateVector(): Uint8Array {
    this.#stateVector ??= this.#join()?.stateVector ?? Y.encodeStateVector(this.doc)
    return this.#stateVector
  }

  /**
   * What somebody with this state vector lacks, as a step 2. Updates that it sleeps on may hold words that a later one
   * deletes: only who `mayWrite`, and so was to see them when they were written, is answered from these. Throws when
   * it is no state vector.
   */
  answerTo(stateVector: Uint8Array, mayWrite: boolean): Message {
    this.#usedAt = performance.now()
    if (!mayWrite) this.#collect()
    const asked = Buffer.from(stateVector).toString('latin1')
    const known = this.#answers.get(asked)
    if (known) return known
    const answer = Message.of({ kind: 'syncStep2', update: this.#lackedBy(stateVector) })
    if (this.#answers.size < maxAnswers) this.#answers.set(asked, answer)
    return answer
  }

  /** Lets go of what is quickly made again. The state of a Y.Doc is not, and stays until something changes. */
  forgetAnswers(): void {
    this.#answers.clear()
    this.#joined = null
  }

  /** Lets go of it. Everything of it must be on disk. */
  goAway(): void {
    this.stateVector()
    this.#awake?.doc.destroy()
    this.#awake = null
    this.#state = null
    this.#asleep = null
    this.forgetAnswers()
  }

  /** Goes on sleeping on what the storage has. Throws when that is not what went away. */
  comeHome({ updates, sequence }: StoredUpdates): void {
    if (sequence !== this.#sequence) {
      throw new Error(`The disk has the document through ${sequence}, and not ${this.#sequence}`)
    }
    this.#usedAt = performance.now()
    // The graves are here still.
    this.#asleep = { updates, buriedThrough: sequence }
  }

  #lackedBy(stateVector: Uint8Array): Uint8Array {
    if (stateVector.length === 1 && stateVector[0] === 0) return this.#join()?.update ?? this.state()
    // Going through the bytes is quicker than waking, but not time after time.
    const joined = this.#answers.size < maxAnswers ? this.#join() : null
    return joined ? Y.diffUpdate(joined.update, stateVector) : Y.encodeStateAsUpdate(this.doc, stateVector)
  }

  #keep(state: Uint8Array): Uint8Array {
    this.#state = state
    this.#sizeBytes = state.length
    return state
  }

  /** Null when it is awake, or has to wake to be in one piece. */
  #join(): JoinedUpdates | null {
    if (this.#asleep) this.#joined ??= joinUpdates(this.#asleep.updates)
    return this.#joined
  }

  /** Sees to it that no answer holds what has been deleted. */
  #collect(): void {
    if (this.#asleep && this.#asleep.updates.length > 1) this.#wake()
  }

  #wake(): Awake {
    if (this.#awake) return this.#awake
    if (!this.#asleep) throw new Error('The document is away')
    const { updates, buriedThrough } = this.#asleep
    const doc = new Y.Doc()
    const guarded = new GuardedDocument(doc, this.#roots, this.#graves, this.#limits)
    this.#awake = { doc, guarded }
    guarded.load(updates, this.#sequence, buriedThrough)
    const [snapshot, ...since] = updates
    if (snapshot && since.length === 0) this.#keep(snapshot)
    else this.#answers.clear()
    // What waits for an update that the disk once refused was never acknowledged: its writer sends it again, and
    // until then nobody is to be given half of it.
    doc.store.pendingStructs = null
    doc.store.pendingDs = null
    this.#asleep = null
    this.#joined = null
    return this.#awake
  }
}

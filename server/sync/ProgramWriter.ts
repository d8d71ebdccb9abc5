import { randomInt } from 'node:crypto'
import type * as Y from 'yjs'
import type { Stretch } from '../../shared/comment/MarkedText.ts'
import type { Me } from '../../shared/http/session.ts'
import { program } from '../document/documentRecords.ts'
import type { AfterDisk } from './AfterDisk.ts'
import { type GuardLimits, guardDefaults } from './guard/limits.ts'
import type { LostText } from './guard/lostText.ts'
import { anyMarks } from './guard/marks.ts'
import type { IntakeEvents, IntakeSurroundings } from './Intake.ts'
import { Message } from './Message.ts'
import { markUpdate } from './markUpdate.ts'
import { changeOnCopy } from './onCopy.ts'
import type { Rescue } from './Rescue.ts'
import type { RoomDocument } from './RoomDocument.ts'
import type { UpdatesToDisk } from './UpdatesToDisk.ts'

/** A version that is put back is as large as it is. */
const limits: GuardLimits = {
  ...guardDefaults,
  maxStructs: Number.POSITIVE_INFINITY,
  maxMoves: Number.POSITIVE_INFINITY,
}

/** Largest update of one mark: twice what one on as many texts as may be marked takes. */
const maxMarkBytes = 16 * 1024

/** How much larger than the largest document one may become by marks: whoever comments can often not make room. */
const roomForMarks = 1.25

/** Words that are to be marked. */
export interface Markable {
  readonly stretches: readonly Stretch[]
}

/** The mark of one thread, as somebody wants it. */
export interface WantedMark<T extends Markable> {
  readonly thread: string
  /** Finds the words in the document as it is then; null when they are not there. Only reads. */
  readonly find: (doc: Y.Doc) => T | null
  /** Told when they are marked, before anything else happens in the document. Only reads. */
  readonly marked: (doc: Y.Doc, found: T) => void
}

/** What a writer hands on to. */
interface Ways {
  readonly toDisk: UpdatesToDisk
  readonly afterDisk: AfterDisk
  readonly rescue: Rescue
}

/**
 * Lets the program write in a document as one among others: marks of comments on behalf of whoever may not write, and
 * versions that are put back. Under one client id of its own for ever, so that their number does not grow.
 */
export class ProgramWriter {
  readonly #around: IntakeSurroundings
  readonly #document: RoomDocument
  readonly #ways: Ways
  readonly #events: Pick<IntakeEvents, 'written' | 'broken'>

  constructor(
    around: IntakeSurroundings,
    document: RoomDocument,
    ways: Ways,
    events: Pick<IntakeEvents, 'written' | 'broken'>,
  ) {
    this.#around = around
    this.#document = document
    this.#ways = ways
    this.#events = events
  }

  /**
   * To be called in a turn of the intake. What comes of it is told by `written` when it is on disk. A document that is
   * full takes it all the same. Throws what `change` throws, and when no document may hold what it writes; nothing is
   * changed then.
   */
  write<T>(by: Me | null, change: (doc: Y.Doc) => T): T {
    const clientId = this.#clientId()
    const { value, update } = changeOnCopy(this.#document.state(), clientId, change)
    if (update === null) return value
    const touched = this.#take(update, clientId)
    if (by !== null) this.#around.changed(this.#document.doc, by, touched)
    return value
  }

  /**
   * The same for the mark of a thread, without a copy of the document. Null, and nothing is changed, when its words are
   * not there, when the mark would be larger than `maxMarkBytes`, and when the document is full of marks too.
   */
  mark<T extends Markable>({ thread, find, marked }: WantedMark<T>): T | null {
    const { doc } = this.#document
    const found = find(doc)
    if (found === null) return null
    const clientId = this.#clientId()
    const update = markUpdate(doc, clientId, thread, found.stretches)
    if (update !== null) {
      const most = this.#around.limits.maxDocumentBytes * roomForMarks
      if (update.length > maxMarkBytes || !this.#document.hasRoomFor(update.length, most)) return null
      this.#take(update, clientId)
    }
    marked(doc, found)
    return found
  }

  #clientId(): number {
    return this.#around.clientIds.ofProgram ?? randomInt(2 ** 32)
  }

  /** Checks an update, applies it, and gives it to the disk; gives the sections that it changes. */
  #take(update: Uint8Array, clientId: number): ReadonlySet<string> {
    const { clientIds } = this.#around
    const rules = {
      mayWriteAs: (id: number) => id === clientId,
      mayTouch: () => true,
      mayMark: anyMarks,
    }
    const verdict = this.#document.guarded.check(update, rules, limits)
    if (!verdict.ok) throw new Error(`No document holds what the program would write: ${verdict.refusal}`)
    if (verdict.nothingNew) return verdict.touched
    const lost = this.#apply(update)
    // A document that was made here has its id already.
    const claims = clientIds.unclaimed([clientId]).map(id => clientIds.claim([id], program))
    const { toDisk, afterDisk, rescue } = this.#ways
    const message = Message.of({ kind: 'update', update })
    afterDisk.add([toDisk.append(update, [...claims, ...rescue.keep(lost)])], () =>
      this.#events.written(message),
    )
    rescue.tell(lost)
    return verdict.touched
  }

  #apply(update: Uint8Array): readonly LostText[] {
    try {
      const lost = this.#document.guarded.apply(update, 'update')
      this.#document.changed(update.length)
      return lost
    } catch (fault) {
      // The document in memory may have half of it, but the disk has nothing.
      this.#events.broken(fault)
      throw fault
    }
  }
}

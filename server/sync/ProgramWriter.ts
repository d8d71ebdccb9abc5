import { randomInt } from 'node:crypto'
import type * as Y from 'yjs'
import type { Me } from '../../shared/http/session.ts'
import { program } from '../document/documentRecords.ts'
import type { AfterDisk } from './AfterDisk.ts'
import { type GuardLimits, guardDefaults } from './guard/limits.ts'
import type { LostText } from './guard/lostText.ts'
import { anyMarks } from './guard/marks.ts'
import type { IntakeEvents, IntakeSurroundings } from './Intake.ts'
import { Message } from './Message.ts'
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
   * full takes it all the same: people can make room there, but not for a mark. Throws what `change` throws, and when
   * no document may hold what it writes; nothing is changed then.
   */
  write<T>(by: Me | null, change: (doc: Y.Doc) => T): T {
    const { clientIds } = this.#around
    const clientId = clientIds.ofProgram ?? randomInt(2 ** 32)
    const { value, update } = changeOnCopy(this.#document.state(), clientId, change)
    if (update === null) return value
    const { guarded } = this.#document
    const rules = {
      mayWriteAs: (id: number) => id === clientId,
      mayTouch: () => true,
      mayMark: anyMarks,
    }
    const verdict = guarded.check(update, rules, limits)
    if (!verdict.ok) throw new Error(`No document holds what the program would write: ${verdict.refusal}`)
    if (verdict.nothingNew) return value
    const lost = this.#apply(update)
    // A document that was made here has its id already.
    const claims = clientIds.unclaimed([clientId]).map(id => clientIds.claim([id], program))
    const { toDisk, afterDisk, rescue } = this.#ways
    const message = Message.of({ kind: 'update', update })
    afterDisk.add([toDisk.append(update, [...claims, ...rescue.keep(lost)])], () =>
      this.#events.written(message),
    )
    rescue.tell(lost)
    if (by !== null) this.#around.changed(this.#document.doc, by, verdict.touched)
    return value
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

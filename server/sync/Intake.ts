import type { Refusal } from '../../shared/sync/refusal.ts'
import type { Author } from '../document/documentRecords.ts'
import { atEndOfTurn } from '../storage/endOfTurn.ts'
import type { Storage } from '../storage/Storage.ts'
import type { AfterDisk } from './AfterDisk.ts'
import type { Connection } from './Connection.ts'
import type { LostText } from './guard/lostText.ts'
import { type MayMark, marksOf } from './guard/marks.ts'
import type { LiveDocument } from './LiveDocuments.ts'
import type { SyncLimits } from './limits.ts'
import { Message } from './Message.ts'
import { ProgramWriter } from './ProgramWriter.ts'
import { Rescue } from './Rescue.ts'
import type { RoomDocument } from './RoomDocument.ts'
import type { SyncTally } from './SyncTally.ts'
import { UpdatesToDisk } from './UpdatesToDisk.ts'

/** What an intake needs from the rest of the house. */
export interface IntakeSurroundings extends LiveDocument {
  readonly id: string
  readonly storage: Storage
  readonly limits: Pick<SyncLimits, 'maxDocumentBytes'>
  readonly tally: SyncTally
}

/** What becomes of what was taken in, each after everything that came before it is on disk. */
export interface IntakeEvents {
  /** It is on disk, and may be shown. */
  readonly landed: (message: Message, connection: Connection, count: number) => void
  /** What the program has written is on disk, and may be shown. */
  readonly written: (message: Message) => void
  /** The document had it already. */
  readonly known: (connection: Connection, count: number) => void
  readonly refused: (connection: Connection, count: number, refusal: Refusal) => void
  /** Text of these people has been rescued. */
  readonly rescued: (owners: ReadonlySet<Author>) => void
  /** The document could not take it, against what the guard has said, or could not come home. At once. */
  readonly broken: (fault: unknown) => void
}

export interface ArrivedUpdate {
  readonly connection: Connection
  readonly update: Uint8Array
  readonly kind: 'update' | 'syncStep2'
  /** The frame that it came in, when it can be passed on as it is. */
  readonly frame: Uint8Array | null
}

interface Waiting extends ArrivedUpdate {
  /** Its number among those of its connection. */
  readonly count: number
  readonly receivedAt: number
}

/** What became of an update. */
type Outcome =
  | {
      readonly is: 'taken'
      readonly waiting: Waiting
      readonly touched: ReadonlySet<string>
      /** It deletes something. */
      readonly deletes: boolean
    }
  | { readonly is: 'known'; readonly waiting: Waiting }
  | { readonly is: 'refused'; readonly waiting: Waiting; readonly refusal: Refusal }

/** Longest time that updates are taken in without letting others have the processor. */
const turnMs = 20

/**
 * The way of updates into a document, in the order they came: checked, applied, and given to the disk. What has come
 * by the end of a turn of the event loop is applied in one transaction, since beginning and ending one costs Yjs more
 * than a key press does, and the more so the more people have ever written in the document.
 */
export class Intake {
  readonly #around: IntakeSurroundings
  readonly #document: RoomDocument
  readonly #afterDisk: AfterDisk
  readonly #events: IntakeEvents
  readonly #toDisk: UpdatesToDisk
  readonly #rescue: Rescue
  readonly #mayMark: MayMark
  /** Writes in a turn, among the others. */
  readonly program: ProgramWriter
  /** Updates, and what is to be done between them. */
  #waiting: (Waiting | (() => void))[] = []
  #next = 0
  #isDue = false
  #isStopped = false

  constructor(
    around: IntakeSurroundings,
    document: RoomDocument,
    afterDisk: AfterDisk,
    events: IntakeEvents,
  ) {
    this.#around = around
    this.#document = document
    this.#afterDisk = afterDisk
    this.#events = events
    this.#mayMark = marksOf(around.threadOf)
    this.#toDisk = new UpdatesToDisk(around.id, around.storage)
    this.#rescue = new Rescue(around, afterDisk, events.rescued)
    const ways = { toDisk: this.#toDisk, afterDisk, rescue: this.#rescue }
    this.program = new ProgramWriter(around, document, ways, events)
  }

  add(arrived: ArrivedUpdate): void {
    const { connection } = arrived
    connection.received += 1
    this.#queue({ ...arrived, count: connection.received, receivedAt: performance.now() })
  }

  /** Does `act` when all that has come before is applied. */
  afterwards(act: () => void): void {
    if (this.#next === this.#waiting.length) act()
    else this.#queue(act)
  }

  /** The same, but never at once: for what takes so long that others must have the processor in between. */
  inTurn(act: () => void): void {
    this.#queue(act)
  }

  /** Resolves when all that has come is on disk and told, or never will be. */
  async settled(): Promise<void> {
    await new Promise<void>(resolve => this.afterwards(resolve))
    await this.#afterDisk.settled()
  }

  /** Takes nothing any more. */
  stop(): void {
    this.#isStopped = true
    this.#toDisk.stop()
    const left = this.#waiting.slice(this.#next)
    this.#waiting = []
    this.#next = 0
    // Whoever waits is let go: there will be nothing more.
    for (const next of left) if (typeof next === 'function') next()
  }

  #queue(next: Waiting | (() => void)): void {
    if (this.#isStopped) {
      if (typeof next === 'function') next()
      return
    }
    this.#waiting.push(next)
    if (this.#isDue) return
    this.#isDue = true
    atEndOfTurn(() => this.#work())
  }

  #work(): void {
    if (this.#document.isAway && !this.#isStopped) {
      void this.#bringHome()
      return
    }
    this.#isDue = false
    const until = performance.now() + turnMs
    while (!this.#isStopped && this.#next < this.#waiting.length) {
      if (performance.now() > until) {
        this.#isDue = true
        atEndOfTurn(() => this.#work())
        return
      }
      const next = this.#waiting[this.#next]
      if (typeof next === 'function') {
        this.#next += 1
        next()
      } else this.#takeTogether(until)
    }
    this.#waiting = []
    this.#next = 0
  }

  /** What waits, and what comes meanwhile, waits for the document. */
  async #bringHome(): Promise<void> {
    const { id, storage } = this.#around
    try {
      const stored = await storage.load(id)
      if (this.#isStopped) return
      this.#document.comeHome(stored)
    } catch (fault) {
      this.#events.broken(fault)
      return
    }
    this.#work()
  }

  /** Takes in as many updates as can share a transaction, and gives them to the disk. */
  #takeTogether(until: number): void {
    const outcomes: Outcome[] = []
    const claims: Promise<void>[] = []
    let lost: readonly LostText[]
    try {
      lost = this.#document.guarded.together(() => {
        for (let isFirst = true; ; isFirst = false) {
          const next = this.#waiting[this.#next]
          if (next === undefined || typeof next === 'function') return
          if (!isFirst && performance.now() > until) return
          const outcome = this.#take(next, isFirst, claims)
          if (outcome === 'later') return
          this.#next += 1
          if (outcome === null) continue
          outcomes.push(outcome)
          // Its deletions are told from others' by its being alone.
          if (outcome.is === 'taken' && outcome.deletes) return
        }
      })
    } catch (fault) {
      // The document in memory may have half of it, but the disk has nothing: everybody comes back to that.
      this.#events.broken(fault)
      for (const claim of claims) claim.catch(() => {})
      return
    }
    const records = [...claims, ...this.#rescue.keep(lost)]
    for (const outcome of outcomes) this.#tell(outcome, records)
    this.#noteChange(outcomes)
    this.#rescue.tell(lost)
  }

  /** Takes in one update. `later` when it has to begin a transaction of its own; null when it is not listened to. */
  #take(waiting: Waiting, isFirst: boolean, claims: Promise<void>[]): Outcome | 'later' | null {
    const { connection, update, kind } = waiting
    // What follows a refused update hangs on it.
    if (connection.refused || connection.closed) return null
    const { clientIds, limits, tally } = this.#around
    const { guarded } = this.#document
    // Asked for every update, and looked up anew when anything of it has changed.
    const writable = connection.writable(this.#around.writable)
    const verdict = guarded.check(update, {
      mayWriteAs: clientId => clientIds.mayUse(clientId, connection.author),
      mayTouch: (section, firstKey) => {
        const keys = writable.get(section)
        return keys === 'all' || (keys !== undefined && firstKey !== null && keys(firstKey))
      },
      mayMark: this.#mayMark,
    })
    if (!verdict.ok) return this.#refuse(waiting, verdict.refusal)
    if (verdict.nothingNew) return { is: 'known', waiting }
    if (verdict.clients.size > 0 && !this.#document.hasRoomFor(update.length, limits.maxDocumentBytes)) {
      return this.#refuse(waiting, 'documentFull')
    }
    const unclaimed = clientIds.unclaimed(verdict.clients)
    if (!clientIds.hasRoomFor(unclaimed, connection.author)) return this.#refuse(waiting, 'documentFull')
    if (verdict.deletes && !isFirst) return 'later'
    // At once: nobody else may write under them from now on.
    if (unclaimed.length > 0) claims.push(clientIds.claim(unclaimed, connection.author))
    guarded.add(update, kind)
    this.#document.changed(update.length)
    tally.updates += 1
    return { is: 'taken', waiting, touched: verdict.touched, deletes: verdict.deletes }
  }

  #refuse(waiting: Waiting, refusal: Refusal): Outcome {
    this.#around.tally.refusals[refusal] += 1
    waiting.connection.refused = refusal
    return { is: 'refused', waiting, refusal }
  }

  /** Tells what became of an update when the disk has it, and the `records` of it. */
  #tell(outcome: Outcome, records: readonly Promise<void>[]): void {
    const { connection, count, frame, update, receivedAt } = outcome.waiting
    switch (outcome.is) {
      case 'known':
        this.#afterDisk.add([], () => this.#events.known(connection, count))
        break
      case 'refused':
        this.#afterDisk.add([], () => this.#events.refused(connection, count, outcome.refusal))
        break
      case 'taken': {
        const { tally } = this.#around
        const message = frame ? new Message(frame) : Message.of({ kind: 'update', update })
        this.#afterDisk.add([this.#toDisk.append(update, records)], () => {
          this.#events.landed(message, connection, count)
          tally.acknowledgement.observe((performance.now() - receivedAt) / 1000)
        })
      }
    }
  }

  /** Whoever came last has changed it last; the sections are those of all. */
  #noteChange(outcomes: readonly Outcome[]): void {
    const taken = outcomes.filter(outcome => outcome.is === 'taken')
    const last = taken.at(-1)
    if (!last) return
    for (const { waiting, touched } of taken) this.#around.wrote(waiting.connection.author, touched)
    const sections = taken.length === 1 ? last.touched : new Set(taken.flatMap(({ touched }) => [...touched]))
    this.#around.changed(this.#document.doc, last.waiting.connection.me, sections)
  }
}

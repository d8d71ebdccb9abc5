import type * as Y from 'yjs'
import type { Me } from '../../shared/http/session.ts'
import type { CloseReason } from '../../shared/sync/closeReason.ts'
import type { Frame, NoticeTopic } from '../../shared/sync/frame.ts'
import type { Refusal } from '../../shared/sync/refusal.ts'
import { authorOf } from '../document/documentRecords.ts'
import type { KeptGraves } from '../document/keptGraves.ts'
import { DamagedDocument } from '../storage/damage.ts'
import { DiskFault } from '../storage/diskFault.ts'
import { AfterDisk } from './AfterDisk.ts'
import { Answers } from './Answers.ts'
import { Compaction } from './Compaction.ts'
import type { Connection } from './Connection.ts'
import { Intake, type IntakeSurroundings } from './Intake.ts'
import type { SyncLimits } from './limits.ts'
import { Message } from './Message.ts'
import type { Markable, ProgramWriter, WantedMark } from './ProgramWriter.ts'
import { nobodySays, RoomPresence } from './presence.ts'
import { RoomDocument } from './RoomDocument.ts'

/** What a room needs from the rest of the house. */
export interface RoomSurroundings extends IntakeSurroundings {
  readonly graves: KeptGraves
  readonly limits: Pick<SyncLimits, 'guard' | 'idleDocumentMs' | 'maxDocumentBytes'>
  /** Told when the room cannot go on (the disk failed): it is dropped and opened anew by who comes back. */
  readonly broken: (fault: unknown) => void
}

/**
 * One open document and those who are in it. An update is checked, applied, written and synced, and only then
 * passed on and acknowledged (PROTOCOL.md), in the order it came.
 */
export class Room {
  readonly #around: RoomSurroundings
  readonly #document: RoomDocument
  readonly #connections = new Set<Connection>()
  readonly #presence = new RoomPresence(this.#connections)
  readonly #afterDisk: AfterDisk
  readonly #intake: Intake
  readonly #answers: Answers
  /** Those to be acknowledged, and how many updates, when this turn's work is done. */
  readonly #acknowledging = new Map<Connection, number>()
  #isEnding = false
  /** Set when the room cannot go on. */
  #broken: { readonly fault: unknown } | null = null
  readonly #compaction: Compaction

  private constructor(around: RoomSurroundings, document: RoomDocument, updates: readonly Uint8Array[]) {
    this.#around = around
    this.#document = document
    this.#afterDisk = new AfterDisk(
      () => this.#acknowledgeAll(),
      fault => this.#break(fault),
    )
    this.#intake = new Intake(around, document, this.#afterDisk, {
      landed: (message, connection, count) => this.#landed(message, connection, count),
      written: message => this.#passOn(message, null),
      known: (connection, count) => this.#acknowledging.set(connection, count),
      refused: (connection, count, refusal) => this.#refuse(connection, count, refusal),
      rescued: owners => {
        this.tell('rescued', me => owners.has(authorOf(me)))
      },
      broken: fault => this.#break(fault),
    })
    this.#compaction = new Compaction(around, document, this.#afterDisk, updates.length - 1)
    this.#answers = new Answers(document, this.#intake, this.#afterDisk, around.writable)
  }

  /**
   * Loads the document, and writes what an older one lacks before anybody is answered. Throws what `Storage.load`
   * throws, and what the disk says.
   */
  static async open(around: RoomSurroundings): Promise<Room> {
    const stored = await around.storage.load(around.id)
    const document = RoomDocument.from(stored, around.roots, around.limits.guard, await around.graves.read())
    const room = new Room(around, document, stored.updates)
    const write = around.lacked(stored.updates)
    if (write) await room.write(null, write)
    return room
  }

  get doc(): Y.Doc {
    return this.#document.doc
  }

  get isAwake(): boolean {
    return this.#document.isAwake
  }

  /** False when she is not let in; her line has been ended then. */
  join(connection: Connection): boolean {
    if (this.#broken) {
      connection.close(reasonOf(this.#broken.fault))
      return false
    }
    // It may have been taken from her while the document was loaded.
    if (!this.#around.mayRead(connection.me)) {
      connection.close('mayNotOpen')
      return false
    }
    this.#connections.add(connection)
    // Our own client sends its outbox, update by update; a stock client is asked for what it has and we lack.
    if (!connection.wantsOwnFrames) {
      connection.say({ kind: 'syncStep1', stateVector: this.#document.stateVector() })
    }
    this.#presence.welcome(connection)
    return true
  }

  /** False when the connection was not here. */
  leave(connection: Connection): boolean {
    if (!this.#connections.delete(connection)) return false
    this.#presence.goodbye(connection)
    return true
  }

  /** `bytes` are those of the frame, which are sent on as they are. */
  receive(connection: Connection, frame: Frame, bytes: Uint8Array): void {
    if (this.#broken || this.#isEnding || connection.closed || connection.refused) return
    switch (frame.kind) {
      case 'syncStep1':
        this.#answers.ask(connection, frame.stateVector)
        break
      case 'syncStep2':
        this.#intake.add({ connection, update: frame.update, kind: 'syncStep2', frame: null })
        break
      case 'update':
        this.#intake.add({ connection, update: frame.update, kind: 'update', frame: bytes })
        break
      case 'presence':
        this.#receivePresence(connection, frame.presence)
        break
      case 'queryPresence':
        this.#presence.welcome(connection)
        break
      case 'acknowledged':
      case 'refused':
      case 'notice':
        connection.close('malformedFrame')
        break
    }
  }

  /** Tells the connections of those whom it is for that some of their records here have changed. */
  tell(topic: NoticeTopic, isFor: (me: Me) => boolean): void {
    const message = Message.of({ kind: 'notice', topic })
    for (const connection of this.#connections) {
      if (connection.wantsOwnFrames && isFor(connection.me)) connection.send(message)
    }
  }

  /** What people may do here may have changed: those who may not be here any more go, and the others are told. */
  rightsChanged(): void {
    this.#lookAtRights()
    this.tell('record', () => true)
  }

  #lookAtRights(): void {
    for (const connection of this.#connections) {
      connection.rightsChanged()
      if (!this.#around.mayRead(connection.me)) connection.close('mayNotOpen')
    }
  }

  /** Says a word to everybody, so that no client gives up on a quiet line. What ends with a day ends here too. */
  keepAlive(): void {
    this.#lookAtRights()
    for (const connection of this.#connections) connection.send(nobodySays)
  }

  closeAll(reason: CloseReason): void {
    for (const connection of this.#connections) connection.close(reason)
  }

  /**
   * Takes nothing more, waits until what was taken is acknowledged, and ends every line. What comes meanwhile is not
   * acknowledged, so its writer sends it again when she is back.
   */
  async end(reason: CloseReason): Promise<void> {
    this.#isEnding = true
    await this.settled
    this.closeAll(reason)
  }

  /** Lets go of memory that nobody needs now: called now and then. */
  async quieten(): Promise<void> {
    this.#document.forgetAnswers()
    if (!this.#isIdle || this.#document.isAway) return
    await this.settle()
    if (this.#isIdle && this.#afterDisk.isSettled && !this.#broken) this.#document.goAway()
  }

  /** Waits until all that was received is on disk, and compacts the log when that is worth it. */
  async settle(): Promise<void> {
    await this.settled
    if (!this.#broken) await this.#compaction.whenWorthIt()
  }

  /** Waits until all that was received is on disk. */
  get settled(): Promise<void> {
    return this.#intake.settled()
  }

  /** The whole document, when it is on disk. Rejects with what the disk said when it refused it. */
  async state(): Promise<Uint8Array> {
    const state = await this.#inTurn(() => this.#document.state())
    await this.settled
    if (this.#broken) throw this.#broken.fault
    return state
  }

  /** Looks at the document when all that has come before is applied. Rejects when it cannot be had. */
  async look<T>(at: (doc: Y.Doc) => T): Promise<T> {
    return await this.#inTurn(() => at(this.#document.doc))
  }

  /**
   * Lets the program write, in order with everybody else: `change` is made in one transaction on a copy of the document
   * as it is then, under the program's own client id, checked like anybody's, and passed on when it is on disk, which it
   * is when this resolves. `by` has changed it, as the list and the versions see it; null when nobody has.
   * Rejects with what `change` throws, and when the disk refuses it: the room is broken then, and nobody has seen it.
   */
  async write<T>(by: Me | null, change: (doc: Y.Doc) => T): Promise<T> {
    return await this.#written(program => program.write(by, change))
  }

  /** Marks words likewise, but at the cost of a mark and not of a copy; null when it was not (`ProgramWriter.mark`). */
  async mark<T extends Markable>(wanted: WantedMark<T>): Promise<T | null> {
    return await this.#written(program => program.mark(wanted))
  }

  async #written<T>(write: (program: ProgramWriter) => T): Promise<T> {
    const value = await this.#inTurn(() => write(this.#intake.program))
    await this.#afterDisk.reached()
    if (this.#broken) throw this.#broken.fault
    return value
  }

  /** Does `act` when all that has come before is applied. Rejects with what it throws, and when the room is broken. */
  async #inTurn<T>(act: () => T): Promise<T> {
    return await new Promise<T>((resolve, reject) => {
      this.#intake.inTurn(() => {
        try {
          if (this.#broken) reject(this.#broken.fault)
          else resolve(act())
        } catch (fault) {
          reject(fault)
        }
      })
    })
  }

  get #isIdle(): boolean {
    return performance.now() - this.#document.usedAt >= this.#around.limits.idleDocumentMs
  }

  #landed(message: Message, sender: Connection, count: number): void {
    this.#passOn(message, sender)
    this.#acknowledging.set(sender, count)
  }

  /** Sends on to everybody else what has come to the disk. */
  #passOn(message: Message, sender: Connection | null): void {
    let receivers = 0
    for (const connection of this.#connections) {
      if (connection === sender) continue
      connection.send(message)
      receivers += 1
    }
    this.#around.tally.delivered += receivers
    this.#compaction.grown()
  }

  #refuse(connection: Connection, count: number, refusal: Refusal): void {
    // What came before is acknowledged first, so that the client knows exactly which update this is about.
    this.#acknowledgeAll()
    if (connection.wantsOwnFrames) connection.say({ kind: 'refused', count, refusal })
    connection.close('updateRefused')
  }

  #receivePresence(connection: Connection, presence: Uint8Array): void {
    const { clientIds } = this.#around
    const { author } = connection
    const mayUse = (id: number) => clientIds.mayUse(id, author) && clientIds.hasRoomFor([id], author)
    const clientId = this.#presence.hear(connection, presence, mayUse)
    if (clientId === null) return
    const announce = () => this.#presence.announce(clientId)
    const unclaimed = clientIds.unclaimed([clientId])
    if (unclaimed.length > 0) this.#afterDisk.add([clientIds.claim(unclaimed, connection.author)], announce)
    else if (this.#presence.isAnnounced(clientId)) announce()
    // Its claim is under way.
    else this.#afterDisk.add([], announce)
  }

  #acknowledgeAll(): void {
    for (const [connection, count] of this.#acknowledging) {
      if (connection.wantsOwnFrames) connection.say({ kind: 'acknowledged', count })
    }
    this.#acknowledging.clear()
  }

  /** The document in memory is ahead of the disk: nothing more is passed on, everybody comes back later. */
  #break(fault: unknown): void {
    if (this.#broken) return
    this.#broken = { fault }
    this.closeAll(reasonOf(fault))
    this.#afterDisk.stop()
    this.#intake.stop()
    this.#compaction.stop()
    this.#around.broken(fault)
  }
}

function reasonOf(fault: unknown): 'damagedDocument' | 'diskFault' | 'serverFault' {
  if (fault instanceof DamagedDocument) return 'damagedDocument'
  return fault instanceof DiskFault ? 'diskFault' : 'serverFault'
}

import type * as Y from 'yjs'
import type { RootShape } from '../../shared/document/roots.ts'
import type { Frame, NoticeTopic } from '../../shared/sync/frame.ts'
import type { Refusal } from '../../shared/sync/refusal.ts'
import type { ClientIds } from '../document/clientIds.ts'
import type { Author } from '../document/documentRecords.ts'
import type { LostPiece, RescuedTexts } from '../document/rescuedTexts.ts'
import { DiskFault } from '../storage/diskFault.ts'
import type { Storage } from '../storage/Storage.ts'
import { AfterDisk } from './AfterDisk.ts'
import type { Connection } from './Connection.ts'
import { Graves } from './guard/Graves.ts'
import type { LostText } from './guard/lostText.ts'
import type { SyncLimits } from './limits.ts'
import { Message } from './Message.ts'
import { nobodySays, RoomPresence } from './presence.ts'
import { RoomDocument } from './RoomDocument.ts'
import type { SyncTally } from './SyncTally.ts'

/** What a room needs from the rest of the house. */
export interface RoomSurroundings {
  readonly id: string
  readonly roots: ReadonlyMap<string, RootShape>
  readonly storage: Storage
  readonly clientIds: ClientIds
  readonly rescued: RescuedTexts
  readonly limits: Pick<SyncLimits, 'maxDocumentBytes' | 'idleDocumentMs'>
  readonly tally: SyncTally
  /** Told after an update has been applied: who changed which sections. */
  readonly changed: (doc: Y.Doc, connection: Connection, sections: ReadonlySet<string>) => void
  /** Told when the room cannot go on (the disk failed): it is dropped and opened anew by who comes back. */
  readonly broken: (fault: unknown) => void
}

/** Updates after which the log is worth compacting when nobody writes, and also while somebody does. */
const compactAfterUpdates = 200
const compactAtOnceAfterUpdates = 10_000

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
  /** Those to be acknowledged, and how many updates, when this turn's work is done. */
  readonly #acknowledging = new Map<Connection, number>()
  /** Set when the room cannot go on. */
  #broken: { readonly fault: unknown } | null = null
  #updatesSinceCompaction: number
  #compacting: Promise<void> | null = null
  /** Sequence number of the last update that is applied here and known to be on disk. */
  #sequence: number
  #changedAt = performance.now()

  private constructor(
    around: RoomSurroundings,
    document: RoomDocument,
    updates: readonly Uint8Array[],
    sequence: number,
  ) {
    this.#around = around
    this.#document = document
    this.#updatesSinceCompaction = updates.length - 1
    this.#sequence = sequence
    this.#afterDisk = new AfterDisk(
      () => this.#acknowledgeAll(),
      fault => this.#break(fault),
    )
  }

  /** Loads the document; throws what `Storage.load` throws. */
  static async open(around: RoomSurroundings): Promise<Room> {
    const { updates, sequence } = await around.storage.load(around.id)
    const document = RoomDocument.from(updates, around.roots, new Graves())
    return new Room(around, document, updates, sequence)
  }

  get doc(): Y.Doc {
    return this.#document.doc
  }

  get isAwake(): boolean {
    return this.#document.isAwake
  }

  join(connection: Connection): void {
    if (this.#broken) {
      connection.close(reasonOf(this.#broken.fault))
      return
    }
    this.#connections.add(connection)
    // Our own client sends its outbox, update by update; a stock client is asked for what it has and we lack.
    if (!connection.wantsOwnFrames) {
      connection.say({ kind: 'syncStep1', stateVector: this.#document.stateVector() })
    }
    this.#presence.welcome(connection)
  }

  /** False when the connection was not here. */
  leave(connection: Connection): boolean {
    if (!this.#connections.delete(connection)) return false
    this.#presence.goodbye(connection)
    return true
  }

  /** `bytes` are those of the frame, which are sent on as they are. */
  receive(connection: Connection, frame: Frame, bytes: Uint8Array): void {
    if (this.#broken || connection.closed || connection.refused) return
    switch (frame.kind) {
      case 'syncStep1':
        this.#answerStep1(connection, frame.stateVector)
        break
      case 'syncStep2':
        this.#receiveUpdate(connection, frame.update, 'syncStep2', null)
        break
      case 'update':
        this.#receiveUpdate(connection, frame.update, 'update', bytes)
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

  /** Tells the connections of one person, or of all, that some of their records here have changed. */
  notify(author: Author | null, topic: NoticeTopic): void {
    const message = Message.of({ kind: 'notice', topic })
    for (const connection of this.#connections) {
      if (connection.wantsOwnFrames && (author === null || connection.author === author)) {
        connection.send(message)
      }
    }
  }

  /** Says a word to everybody, so that no client gives up on a quiet line. */
  keepAlive(): void {
    for (const connection of this.#connections) connection.send(nobodySays)
  }

  closeAll(reason: Parameters<Connection['close']>[0]): void {
    for (const connection of this.#connections) connection.close(reason)
  }

  /** Lets go of memory that nobody needs now: called now and then. */
  async quieten(): Promise<void> {
    this.#document.forgetAnswers()
    const isIdle = performance.now() - this.#changedAt >= this.#around.limits.idleDocumentMs
    if (!isIdle || !this.isAwake) return
    await this.settle()
    if (this.#broken || performance.now() - this.#changedAt < this.#around.limits.idleDocumentMs) return
    this.#document.sleep()
  }

  /** Waits until all that was received is on disk, and compacts the log when that is worth it. */
  async settle(): Promise<void> {
    await this.settled
    if (this.#broken || this.#updatesSinceCompaction < compactAfterUpdates) return
    await this.#compact()
  }

  /** Waits until all that was received is on disk. */
  get settled(): Promise<void> {
    return this.#afterDisk.settled()
  }

  /** The whole document, when it is on disk. Rejects with what the disk said when it refused it. */
  async state(): Promise<Uint8Array> {
    const state = this.#document.state()
    await this.settled
    if (this.#broken) throw this.#broken.fault
    return state
  }

  #answerStep1(connection: Connection, stateVector: Uint8Array): void {
    let answer: Message
    try {
      answer = this.#document.answerTo(stateVector)
    } catch {
      // The state vector is whatever a client sent; one that cannot be read ends its connection only.
      connection.close('malformedFrame')
      return
    }
    // The answer holds what is applied but may not be synced yet: it goes out after that sync.
    this.#afterDisk.add([], () => connection.send(answer))
  }

  #receiveUpdate(
    connection: Connection,
    update: Uint8Array,
    kind: 'update' | 'syncStep2',
    frame: Uint8Array | null,
  ): void {
    const receivedAt = performance.now()
    const { clientIds, id, limits, storage, tally } = this.#around
    connection.received += 1
    const count = connection.received
    const { guarded } = this.#document
    const verdict = guarded.check(update, {
      mayWriteAs: clientId => clientIds.mayUse(clientId, connection.author),
      mayTouch: () => true,
    })
    if (!verdict.ok) {
      this.#refuse(connection, count, verdict.refusal)
      return
    }
    if (verdict.nothingNew) {
      this.#afterDisk.add([], () => this.#acknowledging.set(connection, count))
      return
    }
    if (verdict.clients.size > 0 && !this.#document.hasRoomFor(update.length, limits.maxDocumentBytes)) {
      this.#refuse(connection, count, 'documentFull')
      return
    }
    const unclaimed = clientIds.unclaimed(verdict.clients)
    const lost = this.#apply(update, kind)
    if (!lost) return
    const disk: Promise<unknown>[] = [
      storage.append(id, update).then(sequence => {
        this.#sequence = sequence
      }),
    ]
    if (unclaimed.length > 0) disk.push(clientIds.claim(unclaimed, connection.author))
    const rescued = this.#rescue(lost)
    if (rescued) disk.push(rescued)
    this.#updatesSinceCompaction += 1
    const message = frame ? new Message(frame) : Message.of({ kind: 'update', update })
    this.#afterDisk.add(disk, () => {
      this.#pass(message, connection)
      this.#acknowledging.set(connection, count)
      tally.acknowledgement.observe((performance.now() - receivedAt) / 1000)
      for (const owner of this.#ownersOf(lost)) this.notify(owner, 'rescued')
    })
    this.#around.changed(this.doc, connection, verdict.touched)
    if (this.#updatesSinceCompaction >= compactAtOnceAfterUpdates) this.#compactSoon()
  }

  #refuse(connection: Connection, count: number, refusal: Refusal): void {
    this.#around.tally.refusals[refusal] += 1
    connection.refused = true
    // What came before is acknowledged first, so that the client knows exactly which update this is about.
    this.#afterDisk.add([], () => {
      this.#acknowledgeAll()
      if (connection.wantsOwnFrames) connection.say({ kind: 'refused', count, refusal })
      connection.close('updateRefused')
    })
  }

  /** Null when it cannot be applied, against what the guard has said: it is not kept, and the room breaks. */
  #apply(update: Uint8Array, kind: 'update' | 'syncStep2'): LostText[] | null {
    try {
      const lost = this.#document.guarded.apply(update, kind)
      this.#document.changed(update.length)
      this.#changedAt = performance.now()
      this.#around.tally.updates += 1
      return lost
    } catch (fault) {
      // The document in memory may have half of it, but the disk has nothing: everybody comes back to that.
      this.#break(fault)
      return null
    }
  }

  #receivePresence(connection: Connection, presence: Uint8Array): void {
    const { clientIds } = this.#around
    const clientId = this.#presence.hear(connection, presence, id => clientIds.mayUse(id, connection.author))
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

  #pass(message: Message, sender: Connection): void {
    for (const connection of this.#connections) if (connection !== sender) connection.send(message)
    this.#around.tally.delivered += this.#connections.size - (this.#connections.has(sender) ? 1 : 0)
  }

  #rescue(lost: readonly LostText[]): Promise<void> | null {
    if (lost.length === 0) return null
    const pieces: LostPiece[] = lost.flatMap(({ clientId, section, text, block }) => {
      const owner = this.#around.clientIds.ownerOf(clientId)
      return owner ? [{ owner, section, text, block }] : []
    })
    return pieces.length > 0 ? this.#around.rescued.keepReplaced(pieces) : null
  }

  #ownersOf(lost: readonly LostText[]): Set<Author> {
    return new Set(lost.flatMap(({ clientId }) => this.#around.clientIds.ownerOf(clientId) ?? []))
  }

  #compactSoon(): void {
    if (this.#compacting) return
    // What the disk refuses here stays in the log, and is tried again with the next updates.
    this.#compact().catch(() => {})
  }

  /** The snapshot may have more than what is on disk so far: that may arrive twice. */
  async #compact(): Promise<void> {
    this.#compacting ??= this.#around.storage
      .compact(this.#around.id, this.#takeSnapshot(), this.#sequence)
      .finally(() => {
        this.#compacting = null
      })
    await this.#compacting
  }

  #takeSnapshot(): Uint8Array {
    this.#updatesSinceCompaction = 0
    return this.#document.state()
  }

  /** The document in memory is ahead of the disk: nothing more is passed on, everybody comes back later. */
  #break(fault: unknown): void {
    if (this.#broken) return
    this.#broken = { fault }
    this.#afterDisk.stop()
    this.closeAll(reasonOf(fault))
    this.#around.broken(fault)
  }
}

function reasonOf(fault: unknown): 'diskFault' | 'serverFault' {
  return fault instanceof DiskFault ? 'diskFault' : 'serverFault'
}

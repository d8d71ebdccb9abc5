import * as Y from 'yjs'
import type { RootShape } from '../../shared/document/roots.ts'
import type { NoticeTopic } from '../../shared/sync/frame.ts'
import { encodeFrame, type Frame } from '../../shared/sync/frame.ts'
import type { ClientIds } from '../document/clientIds.ts'
import type { Author } from '../document/documentRecords.ts'
import type { LostPiece, RescuedTexts } from '../document/rescuedTexts.ts'
import type { Storage } from '../storage/Storage.ts'
import type { Connection } from './Connection.ts'
import { GuardedDocument } from './guard/GuardedDocument.ts'
import type { LostText } from './guard/lostText.ts'
import { nobody, RoomPresence } from './presence.ts'

/** What a room needs from the rest of the house. */
export interface RoomSurroundings {
  readonly id: string
  readonly roots: ReadonlyMap<string, RootShape>
  readonly storage: Storage
  readonly clientIds: ClientIds
  readonly rescued: RescuedTexts
  /** Told after an update has been applied: who changed which sections. */
  readonly changed: (doc: Y.Doc, connection: Connection, sections: ReadonlySet<string>) => void
  /** Told when the room cannot go on (the disk failed): it is dropped and opened anew by who comes back. */
  readonly broken: (fault: unknown) => void
}

/** Updates after which the log is worth compacting when the room goes to rest. */
const compactAfterUpdates = 200

/**
 * One open document and those who are in it. An update is checked, applied, written and synced, and only then
 * passed on and acknowledged (PROTOCOL.md), in the order it came.
 */
export class Room {
  readonly doc: Y.Doc
  readonly #around: RoomSurroundings
  readonly #guarded: GuardedDocument
  readonly #presence = new RoomPresence()
  readonly #connections = new Set<Connection>()
  /** Everything that waits for the disk, in order: resolves when all received so far is durable and passed on. */
  #settled: Promise<void> = Promise.resolve()
  /** Set when the room cannot go on. */
  #broken: { readonly fault: unknown } | null = null
  #updatesSinceCompaction: number
  /** Sequence number of the last update that is applied here and known to be on disk. */
  #sequence: number

  private constructor(
    around: RoomSurroundings,
    doc: Y.Doc,
    guarded: GuardedDocument,
    updatesOnDisk: number,
    sequence: number,
  ) {
    this.#around = around
    this.doc = doc
    this.#guarded = guarded
    this.#updatesSinceCompaction = updatesOnDisk
    this.#sequence = sequence
  }

  /** Loads the document; throws what `Storage.load` throws. */
  static async open(around: RoomSurroundings): Promise<Room> {
    const { updates, sequence } = await around.storage.load(around.id)
    const doc = new Y.Doc()
    // Made first, so that it sees what the log deletes: somebody may come back with words for it.
    const guarded = new GuardedDocument(doc, around.roots)
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update)
    })
    // What waits for an update that the disk once refused was never acknowledged: its writer sends it again, and
    // until then nobody is to be given half of it.
    doc.store.pendingStructs = null
    doc.store.pendingDs = null
    return new Room(around, doc, guarded, updates.length - 1, sequence)
  }

  join(connection: Connection): void {
    if (this.#broken) {
      connection.close('serverFault')
      return
    }
    this.#connections.add(connection)
    const own: Frame = { kind: 'syncStep1', stateVector: Y.encodeStateVector(this.doc) }
    // Our own client sends its outbox, update by update; a stock client is asked for what it has and we lack.
    if (!connection.wantsOwnFrames) connection.send(own)
    this.#tellPresence(connection)
  }

  /** False when the connection was not here. */
  leave(connection: Connection): boolean {
    if (!this.#connections.delete(connection)) return false
    const goodbye = this.#presence.goodbye(connection)
    if (goodbye) this.#pass(encodeFrame({ kind: 'presence', presence: goodbye }), connection)
    return true
  }

  receive(connection: Connection, frame: Frame): void {
    if (this.#broken || connection.closed || connection.refused) return
    switch (frame.kind) {
      case 'syncStep1':
        this.#answerStep1(connection, frame.stateVector)
        break
      case 'syncStep2':
      case 'update':
        this.#receiveUpdate(connection, frame.update, frame.kind)
        break
      case 'presence':
        this.#receivePresence(connection, frame.presence)
        break
      case 'queryPresence':
        this.#tellPresence(connection)
        break
      case 'acknowledged':
      case 'refused':
      case 'notice':
        connection.close('malformedFrame')
        break
    }
  }

  /** Tells the connections of one person that some of her records here have changed. */
  notify(author: Author | null, topic: NoticeTopic): void {
    for (const connection of this.#connections) {
      if (connection.wantsOwnFrames && (author === null || connection.author === author)) {
        connection.send({ kind: 'notice', topic })
      }
    }
  }

  /** Says a word to everybody, so that no client gives up on a quiet line. */
  keepAlive(): void {
    const frame = encodeFrame({ kind: 'presence', presence: nobody() })
    for (const connection of this.#connections) connection.sendBytes(frame)
  }

  closeAll(reason: Parameters<Connection['close']>[0]): void {
    for (const connection of this.#connections) connection.close(reason)
  }

  /** Waits until all that was received is on disk, and compacts the log when that is worth it. */
  async settle(): Promise<void> {
    await this.#settled
    if (this.#broken || this.#updatesSinceCompaction < compactAfterUpdates) return
    this.#updatesSinceCompaction = 0
    await this.#around.storage.compact(this.#around.id, Y.encodeStateAsUpdate(this.doc), this.#sequence)
  }

  /** Waits until all that was received is on disk. */
  get settled(): Promise<void> {
    return this.#settled
  }

  /** The whole document, when it is on disk. Rejects with what the disk said when it refused it. */
  async state(): Promise<Uint8Array> {
    const state = Y.encodeStateAsUpdate(this.doc)
    await this.#settled
    if (this.#broken) throw this.#broken.fault
    return state
  }

  #answerStep1(connection: Connection, stateVector: Uint8Array): void {
    let update: Uint8Array
    try {
      update = Y.encodeStateAsUpdate(this.doc, stateVector)
    } catch {
      // The state vector is whatever a client sent; one that cannot be read ends its connection only.
      connection.close('malformedFrame')
      return
    }
    // The answer holds what is applied but may not be synced yet: it goes out after that sync.
    this.#afterDisk([], () => connection.send({ kind: 'syncStep2', update }))
  }

  #receiveUpdate(connection: Connection, update: Uint8Array, kind: 'update' | 'syncStep2'): void {
    const { clientIds, id, storage } = this.#around
    connection.received += 1
    const count = connection.received
    const verdict = this.#guarded.check(update, {
      mayWriteAs: clientId => clientIds.mayUse(clientId, connection.author),
      mayTouch: () => true,
    })
    if (!verdict.ok) {
      connection.refused = true
      // What came before is acknowledged first, so that the client knows exactly which update this is about.
      this.#afterDisk([], () => {
        if (connection.wantsOwnFrames) {
          connection.send({ kind: 'refused', count, refusal: verdict.refusal })
        }
        connection.close('updateRefused')
      })
      return
    }
    if (verdict.nothingNew) {
      this.#afterDisk([], () => this.#acknowledge(connection, count))
      return
    }
    const unclaimed = clientIds.unclaimed(verdict.clients)
    const lost = this.#apply(update, kind)
    if (!lost) return
    const appended = storage.append(id, update).then(sequence => {
      this.#sequence = sequence
    })
    const disk: Promise<unknown>[] = [appended]
    if (unclaimed.length > 0) disk.push(clientIds.claim(unclaimed, connection.author))
    const rescued = this.#rescue(lost)
    if (rescued) disk.push(rescued)
    this.#updatesSinceCompaction += 1
    const frame = encodeFrame({ kind: 'update', update })
    this.#afterDisk(disk, () => {
      this.#pass(frame, connection)
      this.#acknowledge(connection, count)
      for (const owner of this.#ownersOf(lost)) this.notify(owner, 'rescued')
    })
    this.#around.changed(this.doc, connection, verdict.touched)
  }

  /** Null when it cannot be applied, against what the guard has said: it is not kept, and the room breaks. */
  #apply(update: Uint8Array, kind: 'update' | 'syncStep2'): LostText[] | null {
    try {
      return this.#guarded.apply(update, kind)
    } catch (fault) {
      // The document in memory may have half of it, but the disk has nothing: everybody comes back to that.
      this.#break(fault)
      return null
    }
  }

  #tellPresence(connection: Connection): void {
    connection.send({ kind: 'presence', presence: this.#presence.othersThan(connection) })
  }

  #receivePresence(connection: Connection, presence: Uint8Array): void {
    const { clientIds } = this.#around
    const heard = this.#presence.hear(connection, presence, id => clientIds.mayUse(id, connection.author))
    if (!heard) return
    const id = connection.presenceId
    const claims = id === null ? [] : clientIds.unclaimed([id])
    const frame = encodeFrame({ kind: 'presence', presence: heard })
    if (claims.length === 0) this.#pass(frame, connection)
    else this.#afterDisk([clientIds.claim(claims, connection.author)], () => this.#pass(frame, connection))
  }

  #acknowledge(connection: Connection, count: number): void {
    if (connection.wantsOwnFrames) connection.send({ kind: 'acknowledged', count })
  }

  #pass(frame: Uint8Array, sender: Connection): void {
    for (const connection of this.#connections) {
      if (connection !== sender) connection.sendBytes(frame)
    }
  }

  #rescue(lost: readonly LostText[]): Promise<void> | null {
    const pieces: LostPiece[] = lost.flatMap(({ clientId, section, text, block }) => {
      const owner = this.#around.clientIds.ownerOf(clientId)
      return owner ? [{ owner, section, text, block }] : []
    })
    return pieces.length > 0 ? this.#around.rescued.keepReplaced(pieces) : null
  }

  #ownersOf(lost: readonly LostText[]): Set<Author> {
    return new Set(lost.flatMap(({ clientId }) => this.#around.clientIds.ownerOf(clientId) ?? []))
  }

  /** Runs `then` when `disk` and everything before it is durable. A failing disk breaks the room. */
  #afterDisk(disk: readonly Promise<unknown>[], then: () => void): void {
    const before = this.#settled
    // Both are awaited whichever fails first, so that no rejection is left without a listener.
    this.#settled = Promise.allSettled([before, ...disk]).then(results => {
      const failed = results.find(result => result.status === 'rejected')
      if (this.#broken) return
      if (failed) this.#break(failed.reason)
      else then()
    })
  }

  /** The document in memory is ahead of the disk: nothing more is passed on, everybody comes back later. */
  #break(fault: unknown): void {
    this.#broken = { fault }
    this.closeAll('serverFault')
    this.#around.broken(fault)
  }
}

import * as Y from 'yjs'
import type { RefusedText } from '../../client/sync/outbox.ts'
import { clientIdsSchema, rescuedFileSchema } from '../../server/document/applicationRecord.ts'
import { ClientIds } from '../../server/document/clientIds.ts'
import type { Author } from '../../server/document/documentRecords.ts'
import { holdsTheSame } from '../../server/document/holdsTheSame.ts'
import { keptGraves } from '../../server/document/keptGraves.ts'
import { RescuedTexts } from '../../server/document/rescuedTexts.ts'
import { openJsonFile } from '../../server/storage/jsonFile.ts'
import { fileHeaderBytes, readEntry, readPayload } from '../../server/storage/record.ts'
import type { Storage } from '../../server/storage/Storage.ts'
import { readWhole } from '../../server/storage/wholeFile.ts'
import { Connection } from '../../server/sync/Connection.ts'
import { guardDefaults } from '../../server/sync/guard/limits.ts'
import { Room } from '../../server/sync/Room.ts'
import { SyncTally } from '../../server/sync/SyncTally.ts'
import { type CloseReason, closeReasonOf } from '../../shared/sync/closeReason.ts'
import { decodeFrame, encodeFrame, type Frame } from '../../shared/sync/frame.ts'
import { demoMe } from '../harness/demoMe.ts'
import { MemoryFileSystem } from '../server/storage/MemoryFileSystem.ts'
import { openInMemory } from '../server/storage/memoryFolder.ts'
import { roots } from '../server/sync/guard/guardedHouse.ts'
import type { RandomThreads } from '../server/sync/guard/markSomewhere.ts'
import type { Random } from '../server/sync/guard/random.ts'

const id = 'prov'
/** So small that checkpoints happen under way. */
const checkpointBytes = 30_000

/** One line to the room, without a socket. Frames go both ways in order; nothing comes after it has ended. */
export interface FuzzLine {
  say(frame: Frame): void
  /** The line is cut at the writer's end. */
  cut(): void
}

export interface LineEvents {
  heard(frame: Frame): void
  ended(reason: CloseReason | null): void
}

/** What of the server lives only as long as its process. */
interface Process {
  readonly storage: Storage
  readonly room: Room
  readonly clientIds: ClientIds
  readonly rescued: RescuedTexts
  readonly lines: Map<Connection, LineEvents>
}

/** The server's half: one document on the real storage and a disk in memory, which can be killed at any moment. */
export class FuzzHouse {
  #disk = new MemoryFileSystem()
  #process: Process | null = null
  /** What broke a room. With a whole disk there must be nothing. */
  readonly faults: unknown[] = []
  readonly #threads: RandomThreads

  private constructor(threads: RandomThreads) {
    this.#threads = threads
  }

  /** `threads` are those whose comments are made in it. */
  static async open(state: Uint8Array, threads: RandomThreads): Promise<FuzzHouse> {
    const house = new FuzzHouse(threads)
    const storage = await house.#openStorage()
    await storage.create(id, state)
    await storage.close()
    await house.start()
    return house
  }

  get doc(): Y.Doc {
    return this.#running.room.doc
  }

  async start(): Promise<void> {
    const storage = await this.#openStorage()
    const file = async <T>(name: string, schema: Parameters<typeof openJsonFile<T>>[1], initial: T) =>
      await openJsonFile(`/data/documents/${id}/${name}.json`, schema, initial, this.#disk)
    await storage.list()
    const clientIds = new ClientIds(await file('clientIds', clientIdsSchema, { owners: {} }), 10_000)
    const rescued = new RescuedTexts(await file('rescued', rescuedFileSchema, { rescued: [] }), () => 0)
    const room = await Room.open({
      id,
      roots,
      storage,
      clientIds,
      rescued,
      graves: keptGraves(`/data/documents/${id}/graves.json`, this.#disk),
      limits: { maxDocumentBytes: 8 * 1024 * 1024, idleDocumentMs: 0, guard: guardDefaults },
      tally: new SyncTally(),
      lacked: () => null,
      mayRead: () => true,
      writable: () => new Map([...roots.keys()].map(root => [root, 'all'])),
      threadOf: key => this.#threads.threadOf(key),
      changed: () => {},
      wrote: () => {},
      // What is asked of a process that has been killed may fail.
      broken: fault => this.#process?.storage === storage && this.faults.push(fault),
    })
    this.#process = { storage, room, clientIds, rescued, lines: new Map() }
  }

  get isDown(): boolean {
    return this.#process === null
  }

  /**
   * The process ends, or the power goes, before the disk has done `calls` more of what it is asked; every line is
   * cut. Down until `start`.
   */
  killWithin(calls: number, random: Random): void {
    const disk = this.#disk
    let left = calls
    disk.before = () => {
      left -= 1
      if (left >= 0) return
      disk.before = () => {}
      this.#kill(random)
    }
  }

  #kill(random: Random): void {
    const { lines, storage } = this.#running
    this.#process = null
    // Of what was written and not synced, the disk may have got to any part.
    const part = random.next()
    this.#disk =
      random.next() < 0.3
        ? this.#disk.afterKill()
        : this.#disk.afterPowerCut((written, synced) =>
            part < 0.4 ? synced : part < 0.7 ? written : torn(written, synced, random),
          )
    // Nothing of it reaches the disk any more; only its timers are still ours to end.
    storage.close().catch(() => {})
    for (const events of lines.values()) events.ended(null)
    lines.clear()
  }

  /** Somebody comments: the program marks some words, as soon as it is its turn. */
  comment(): void {
    const process = this.#running
    process.room
      .mark(this.#threads.comment())
      .catch(fault => this.#process === process && this.faults.push(fault))
  }

  /** Sees to it that the document is there to be looked at. */
  async bringHome(): Promise<void> {
    await this.#running.room.state()
  }

  /** Lets the log be compacted, and the document go away, as when nobody has written for a while. */
  async rest(): Promise<void> {
    const process = this.#running
    await process.room.quieten().catch(fault => this.#process === process && this.faults.push(fault))
  }

  /** Lets go of everything, in good order. */
  async stop(): Promise<void> {
    await this.#running.storage.close()
    this.#process = null
  }

  connect(personId: string, events: LineEvents): FuzzLine {
    const process = this.#running
    const { room, lines } = process
    const connection = new Connection(demoMe(personId), true, {
      send: ({ bytes }) => {
        const frame = decodeFrame(bytes)
        if (!frame) throw new Error('The room sent what is no frame.')
        if (lines.has(connection)) events.heard(frame)
      },
      close: code => {
        if (!lines.delete(connection)) return
        events.ended(closeReasonOf(code))
        connection.gone()
        room.leave(connection)
      },
    })
    lines.set(connection, events)
    room.join(connection)
    const isAlive = () => this.#process === process && lines.has(connection)
    return {
      say: frame => {
        if (isAlive()) room.receive(connection, frame, encodeFrame(frame))
      },
      cut: () => {
        lines.delete(connection)
        connection.gone()
        if (this.#process === process) room.leave(connection)
      },
    }
  }

  /** Keeps a refused text as a request would. False when the answer never came, since the process was killed. */
  async keepRefused(owner: Author, { id, section, text }: RefusedText): Promise<boolean> {
    const process = this.#running
    await process.rescued.keepRefused(owner, id, section, text)
    return this.#process === process
  }

  rescuedOf(owner: Author): string[] {
    return this.#running.rescued.of(owner).map(({ text }) => text)
  }

  /** What a newcomer would be given after a restart: the document as it is on disk. */
  async docOnDisk(): Promise<Y.Doc> {
    return docOf((await this.#running.storage.load(id)).updates)
  }

  async #openStorage(): Promise<Storage> {
    const disk = this.#disk
    const { storage } = await openInMemory(disk, checkpointBytes, {
      verifySnapshot: async (file, covered, later) => {
        const bytes = await readWhole(disk, file)
        const entry = bytes && readEntry(bytes, fileHeaderBytes)
        const snapshot = bytes && entry && readPayload(bytes, entry)
        if (!snapshot) return false
        const all = [...covered, ...later]
        return (
          holdsTheSame(docOf([snapshot]), docOf([snapshot, ...covered])) &&
          holdsTheSame(docOf([snapshot, ...all]), docOf(all))
        )
      },
    })
    return storage
  }

  get #running(): Process {
    if (!this.#process) throw new Error('The server is down.')
    return this.#process
  }
}

/** As the server reads it: what Yjs would tidy up is for clients to do and to send. */
function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  doc.on('afterTransaction', transaction => {
    transaction._needFormattingCleanup = false
  })
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

function torn(written: Buffer, synced: Buffer, random: Random): Buffer {
  if (written.length <= synced.length) return synced
  return written.subarray(0, synced.length + random.below(written.length - synced.length + 1))
}

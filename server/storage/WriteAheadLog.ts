import { asDiskFault } from './diskFault.ts'
import { lastInTurn } from './endOfTurn.ts'
import type { FileSystem } from './FileSystem.ts'
import type { LogFile } from './LogFile.ts'
import { LogWriter } from './LogWriter.ts'
import type { RecoveredLogs } from './logRecovery.ts'
import { entryBytes, writeEntry } from './record.ts'

/** A document as the log sees it. */
export interface LoggedDocument {
  readonly id: string
  /** Sequence number of its last update that is on disk. */
  sequence: number
}

interface Waiting {
  readonly document: LoggedDocument
  readonly update: Uint8Array
  readonly resolve: (sequence: number) => void
  readonly reject: (fault: unknown) => void
  sequence: number
}

/** Bytes of entries that are written and synced at once, unless one update alone is more. */
const batchMaxBytes = 8 * 1024 * 1024
/** A buffer for batches up to this size is kept for the next. */
const keptBufferBytes = 1024 * 1024

/**
 * One log for all documents, so that all share one sync: whatever has gathered in a turn of the event loop, or
 * while the last batch was on its way to the disk, goes in one write and one sync. One batch is under way at a
 * time.
 */
export class WriteAheadLog {
  readonly #fileSystem: FileSystem
  readonly #folder: string
  readonly #afterBatch: () => void
  #nextNumber: number
  /** Files that nothing is written to any more and that folders may still need, oldest first. */
  #resting: LogFile[]
  #writer: LogWriter | null = null
  #queue: Waiting[] = []
  /** Set while batches are being written; settles, never rejects. */
  #writing: Promise<void> | null = null
  #buffer = Buffer.allocUnsafeSlow(64 * 1024)
  /** Updates appended since the start, and how many of them are on disk or rejected. */
  #appendedCount = 0
  #settledCount = 0
  #settling: { readonly count: number; readonly resolve: () => void }[] = []
  #leaving: { resolve: () => void; reject: (fault: unknown) => void }[] = []

  /** Goes on from the `recovered` files. `afterBatch` is called after each batch that is on disk. */
  constructor(fileSystem: FileSystem, folder: string, recovered: RecoveredLogs, afterBatch: () => void) {
    this.#fileSystem = fileSystem
    this.#folder = folder
    this.#resting = [...recovered.logs]
    this.#nextNumber = recovered.nextNumber
    this.#afterBatch = afterBatch
  }

  /** Every file that may have entries that no folder has yet, oldest first. */
  get files(): readonly LogFile[] {
    return this.#writer ? [...this.#resting, this.#writer.log] : this.#resting
  }

  /** Those of `files` that nothing is written to any more. */
  get resting(): readonly LogFile[] {
    return this.#resting
  }

  /** Size of the file in use; 0 when there is none. */
  get sizeBytes(): number {
    return this.#writer?.log.sizeBytes ?? 0
  }

  /** Resolves with the sequence number when the update is on disk; rejects with `DiskFault`. */
  append(document: LoggedDocument, update: Uint8Array): Promise<number> {
    this.#appendedCount += 1
    return new Promise((resolve, reject) => {
      this.#queue.push({ document, update, resolve, reject, sequence: 0 })
      this.#begin()
    })
  }

  /**
   * Lets the file in use come to rest between two batches, so that its entries can be moved to the folders;
   * what comes after goes to a new file.
   */
  rest(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#leaving.push({ resolve, reject })
      this.#begin()
    })
  }

  /** Resolves when all that has been appended so far is on disk or rejected. */
  settled(): Promise<void> {
    if (this.#settledCount === this.#appendedCount) return Promise.resolve()
    const count = this.#appendedCount
    return new Promise(resolve => this.#settling.push({ count, resolve }))
  }

  /** Lets go of a resting file that nobody needs. */
  drop(log: LogFile): void {
    this.#resting = this.#resting.filter(resting => resting !== log)
  }

  #begin(): void {
    if (this.#writing !== null) return
    this.#writing = new Promise(resolve => {
      // After the updates of this turn have been taken in, so that they share a sync.
      lastInTurn(() => {
        void this.#writeAll().then(resolve)
      })
    })
  }

  async #writeAll(): Promise<void> {
    while (this.#queue.length > 0 || this.#leaving.length > 0) {
      if (this.#leaving.length > 0) await this.#leave()
      if (this.#queue.length > 0) await this.#writeBatch(this.#takeBatch())
      this.#tellSettled()
    }
    this.#writing = null
    // After what is on disk has been told: nobody waits for this.
    setImmediate(() => {
      if (this.#writing === null) this.#writer?.fellIdle()
    })
  }

  #tellSettled(): void {
    if (this.#settling.length === 0) return
    const isSettled = ({ count }: { count: number }) => count <= this.#settledCount
    const told = this.#settling.filter(isSettled)
    this.#settling = this.#settling.filter(one => !isSettled(one))
    for (const { resolve } of told) resolve()
  }

  async #leave(): Promise<void> {
    const asked = this.#leaving
    this.#leaving = []
    const writer = this.#writer
    try {
      // A rejected batch must not come back from a file that nobody writes to any more.
      await writer?.cut()
    } catch (fault) {
      for (const { reject } of asked) reject(asDiskFault(fault))
      return
    }
    if (writer) this.#resting = [...this.#resting, writer.log]
    this.#writer = null
    await writer?.close()
    for (const { resolve } of asked) resolve()
  }

  #takeBatch(): Waiting[] {
    let sizeBytes = 0
    const end = this.#queue.findIndex(({ document, update }, index) => {
      sizeBytes += entryBytes(document.id.length, update.length)
      return index > 0 && sizeBytes > batchMaxBytes
    })
    return this.#queue.splice(0, end === -1 ? this.#queue.length : end)
  }

  async #writeBatch(batch: readonly Waiting[]): Promise<void> {
    let start = 0
    try {
      this.#writer ??= await this.#newFile()
      start = this.#writer.log.sizeBytes
      const last = new Map<LoggedDocument, number>()
      const bytes = this.#encode(batch, start, last)
      await this.#writer.append(bytes, last.keys())
    } catch (error) {
      this.#refuse(batch, asDiskFault(error))
      return
    }
    for (const { document, update, resolve, sequence } of batch) {
      this.#writer.log.note(document.id, start)
      start += entryBytes(document.id.length, update.length)
      document.sequence = sequence
      resolve(sequence)
    }
    this.#settledCount += batch.length
    this.#afterBatch()
  }

  /** Rejects a batch, and what was meanwhile appended on top of it by who could not know yet. */
  #refuse(batch: readonly Waiting[], fault: unknown): void {
    const documents = new Set(batch.map(({ document }) => document))
    const onTop = this.#queue.filter(({ document }) => documents.has(document))
    this.#queue = this.#queue.filter(({ document }) => !documents.has(document))
    this.#settledCount += batch.length + onTop.length
    for (const { reject } of [...batch, ...onTop]) reject(fault)
  }

  /** Numbers the updates too; `last` is told which documents there are, and the last number of each. */
  #encode(batch: readonly Waiting[], syncedBytes: number, last: Map<LoggedDocument, number>): Buffer {
    let sizeBytes = 0
    for (const { document, update } of batch) sizeBytes += entryBytes(document.id.length, update.length)
    if (this.#buffer.length > keptBufferBytes || this.#buffer.length < sizeBytes) {
      this.#buffer = Buffer.allocUnsafeSlow(Math.max(sizeBytes, 64 * 1024))
    }
    let at = 0
    for (const waiting of batch) {
      const { document, update } = waiting
      waiting.sequence = (last.get(document) ?? document.sequence) + 1
      last.set(document, waiting.sequence)
      const entry = { id: document.id, sequence: waiting.sequence, syncedBytes, payload: update }
      at = writeEntry(this.#buffer, at, entry)
    }
    return this.#buffer.subarray(0, at)
  }

  async #newFile(): Promise<LogWriter> {
    const writer = await LogWriter.create(this.#fileSystem, this.#folder, this.#nextNumber)
    this.#nextNumber += 1
    return writer
  }
}

import type { FileSystem } from './FileSystem.ts'
import type { LogFile } from './LogFile.ts'
import { checkFileHeader, entryOf, fileHeaderBytes, readEntry, readPayload } from './record.ts'
import type { ReportStorageEvent } from './storageEvent.ts'
import { readWhole, writeAll } from './wholeFile.ts'

const nothing = new Uint8Array(0)

/**
 * The companion of a file of the write-ahead log. It says which documents have entries there, before the first
 * of each is acknowledged; so when a part of the log cannot be read, it is known who may have lost something.
 * And it says how far the log has certainly been on disk, whenever the log falls idle; so an end that was lost
 * is told from one that never got there. (While the log is busy its own entries say that.)
 */
export class LogPromise {
  readonly #fileSystem: FileSystem
  readonly #file: number
  #sizeBytes = fileHeaderBytes
  /** Writes go one after the other. Settles, never rejects. */
  #turn: Promise<unknown> = Promise.resolve()

  /** `file` is open for writing and holds a file header only. */
  constructor(fileSystem: FileSystem, file: number) {
    this.#fileSystem = fileSystem
    this.#file = file
  }

  /** Says that these documents have entries in the log. On disk when resolved. */
  async admit(ids: readonly string[]): Promise<void> {
    const entries = ids.map(id => entryOf({ id, sequence: 0, syncedBytes: 0, payload: nothing }))
    await this.#write(Buffer.concat(entries), true)
  }

  /** Says that the log has been on disk up to here. Written, not synced: it may be lost, and then promises less. */
  async promiseBytes(syncedBytes: number): Promise<void> {
    await this.#write(entryOf({ id: '', sequence: syncedBytes, syncedBytes: 0, payload: nothing }), false)
  }

  async close(): Promise<void> {
    await this.#turn
    await this.#fileSystem.close(this.#file)
  }

  async #write(bytes: Buffer, sync: boolean): Promise<void> {
    const written = this.#turn.then(async () => {
      await writeAll(this.#fileSystem, this.#file, bytes, this.#sizeBytes)
      this.#sizeBytes += bytes.length
      if (sync) await this.#fileSystem.syncData(this.#file)
    })
    // The next write does not depend on this one: what failed was not counted, and is written over.
    this.#turn = written.catch(() => {})
    await written
  }
}

/** What a log's companion says. */
export interface Promised {
  /** Documents that have, or may have, entries in the log. */
  readonly documents: ReadonlySet<string>
  /** How much of the log has certainly been on disk; it may have been more. */
  readonly syncedBytes: number
  /** False when the end of the companion cannot be read, so that documents may be missing. */
  readonly complete: boolean
}

/**
 * Null when there is no companion, or none that can be read: no stop of any kind leaves it like that. `report` is
 * told of what cannot be read, which harms nothing as long as the log can.
 */
export async function readLogPromise(
  fileSystem: FileSystem,
  log: LogFile,
  report: ReportStorageEvent,
): Promise<Promised | null> {
  const damagedAt = (byte: number, id: string | null) =>
    report({ kind: 'healed', id, file: log.promisePath, byte })
  const bytes = await readWhole(fileSystem, log.promisePath)
  if (bytes === null) return null
  if (checkFileHeader(bytes, 'promise') !== 'sound') {
    if (bytes.length > 0) damagedAt(0, null)
    return null
  }
  const documents = new Set<string>()
  let syncedBytes = 0
  let at = fileHeaderBytes
  while (at < bytes.length) {
    const entry = readEntry(bytes, at)
    if (entry === null || readPayload(bytes, entry) === null) {
      damagedAt(at, null)
      break
    }
    if (entry.healed) damagedAt(at, entry.id || null)
    if (entry.id !== '') documents.add(entry.id)
    else syncedBytes = Math.max(syncedBytes, entry.sequence)
    at = entry.end
  }
  return { documents, syncedBytes, complete: at === bytes.length }
}

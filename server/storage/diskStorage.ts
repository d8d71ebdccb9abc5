import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { readAttachment, writeAttachment } from './attachments.ts'
import { Compactor, type CompactorOptions } from './Compactor.ts'
import { moveToFolder } from './checkpoint.ts'
import { DiskDocument } from './DiskDocument.ts'
import { DocumentReader } from './DocumentReader.ts'
import { DamagedDocument } from './damage.ts'
import type { DataFolder } from './dataFolder.ts'
import { onDisk } from './diskFault.ts'
import { createFolder } from './documentFolder.ts'
import type { FileSystem } from './FileSystem.ts'
import type { LogFile } from './LogFile.ts'
import { type RecoveredLogs, recoverLogs } from './logRecovery.ts'
import {
  DocumentExists,
  isDocumentId,
  type Storage,
  type StoredDocument,
  type StoredUpdates,
  UnknownDocument,
} from './Storage.ts'
import type { ReportStorageEvent } from './storageEvent.ts'
import { WriteAheadLog } from './WriteAheadLog.ts'
import { folderNames, writeNew } from './wholeFile.ts'

export interface DiskStorageOptions extends CompactorOptions {
  /** Size of the write-ahead log, in bytes, at which it is moved to the documents' folders. */
  readonly checkpointBytes: number
  readonly report: ReportStorageEvent
}

/** How often old snapshots that have been kept long enough are looked for. */
const tidyEveryMs = 3_600_000

/**
 * Opens the storage in a data folder: reads what a stopped program left in the write-ahead log and brings it to
 * rest in the documents' folders. A damaged document is closed alone and reported. Throws `DamagedFile` when a
 * log was written by a newer version, `DiskFault` when the disk cannot even be read.
 */
export async function openDiskStorage(folder: DataFolder, options: DiskStorageOptions): Promise<Storage> {
  return await onDisk(async () => {
    const { fileSystem, log, documents } = folder
    const ids = async () => (await fileSystem.listFolder(documents)).filter(isDocumentId)
    const recovered = await recoverLogs(fileSystem, log, ids, options.report)
    const storage = new DiskStorage(folder, options, recovered)
    if (recovered.logs.length > 0) await storage.checkpoint()
    return storage
  })
}

class DiskStorage implements Storage {
  readonly #folder: DataFolder
  readonly #fileSystem: FileSystem
  readonly #report: ReportStorageEvent
  readonly #checkpointBytes: number
  readonly #log: WriteAheadLog
  readonly #documents = new Map<string, DiskDocument>()
  /** Those that are there also if their folder is not, for a part of the log may have been theirs. */
  readonly #lost: readonly string[]
  readonly #syncedNames = new Set<string>()
  readonly #reader: DocumentReader
  readonly #compactor: Compactor
  readonly #tidying: NodeJS.Timeout
  #checkpointAtBytes: number
  #checkpointing: Promise<void> | null = null
  #closed = false

  constructor(folder: DataFolder, options: DiskStorageOptions, recovered: RecoveredLogs) {
    const { checkpointBytes, report } = options
    this.#folder = folder
    this.#fileSystem = folder.fileSystem
    this.#report = report
    this.#checkpointBytes = checkpointBytes
    this.#checkpointAtBytes = checkpointBytes
    this.#tidying = setInterval(() => void this.#tidy(), tidyEveryMs)
    this.#tidying.unref()
    this.#log = new WriteAheadLog(folder.fileSystem, folder.log, recovered, () => this.#afterBatch())
    this.#reader = new DocumentReader(folder.fileSystem, this.#log, report)
    this.#compactor = new Compactor(folder.fileSystem, this.#log, this.#reader, options)
    this.#lost = [...recovered.lost.keys()]
    for (const [id, damage] of recovered.lost) {
      const lost = new DamagedDocument(id, damage)
      this.#documents.set(id, new DiskDocument(id, folder.documentFolder(id), lost))
      report({ kind: 'damaged', id, damage })
    }
  }

  async list(): Promise<StoredDocument[]> {
    const folders = await onDisk(() => this.#fileSystem.listFolder(this.#folder.documents))
    const logged = this.#log.files.flatMap(log => log.documents)
    const ids = new Set([...folders.filter(isDocumentId), ...logged, ...this.#lost])
    return [...ids].sort().map(id => {
      const document = this.#documents.get(id)
      return { id, damage: (document?.lost ?? document?.damage)?.damage ?? null }
    })
  }

  async create(
    id: string,
    snapshot: Uint8Array,
    files: Readonly<Record<string, Uint8Array>> = {},
  ): Promise<void> {
    if (!isDocumentId(id)) throw new RangeError(`"${id}" cannot be the id of a document.`)
    const document = this.#document(id)
    await this.#inTurn(document, async () => {
      const isLogged = this.#log.files.some(log => log.has(id))
      if (document.lost || isLogged || (await folderNames(this.#fileSystem, document.path)) !== null) {
        throw new DocumentExists(id)
      }
      const beginning = { snapshot, snapshotSequence: 0, updates: [] }
      const fill = async (path: string) => {
        for (const [name, bytes] of Object.entries(files)) {
          await writeNew(this.#fileSystem, join(path, name), bytes)
        }
      }
      const { documents } = this.#folder
      document.folder = await createFolder(this.#fileSystem, documents, document, beginning, fill)
      document.sequence = 0
      document.open = true
    })
  }

  async load(id: string): Promise<StoredUpdates> {
    const document = this.#document(id)
    return await this.#inTurn(document, async () => {
      const stored = await this.#reader.read(document)
      document.damage = null
      if (!document.open) {
        await this.#syncName(id)
        document.sequence = stored.sequence
      }
      document.open = true
      return stored
    })
  }

  /** Whoever made a document may have stopped before its name was on disk; a power cut would take all with it. */
  async #syncName(id: string): Promise<void> {
    if (this.#syncedNames.has(id)) return
    // One sync is enough for all that are there.
    const names = await this.#fileSystem.listFolder(this.#folder.documents)
    await this.#fileSystem.syncFolder(this.#folder.documents)
    for (const name of names) this.#syncedNames.add(name)
  }

  append(id: string, update: Uint8Array): Promise<number> {
    // Called for every key press: no promise more than the log's own.
    let document: DiskDocument
    try {
      document = this.#usable(id)
    } catch (fault) {
      return Promise.reject(fault)
    }
    return this.#log.append(document, update)
  }

  async compact(id: string, snapshot: Uint8Array, throughSequence: number): Promise<void> {
    const document = this.#usable(id)
    if (!(throughSequence >= 0 && throughSequence <= document.sequence)) {
      throw new RangeError(`Document ${id} has no update ${throughSequence}.`)
    }
    await this.#compactor.compact(document, { snapshot, throughSequence }, work =>
      this.#inTurn(document, work),
    )
  }

  async putAttachment(id: string, hash: string, bytes: Uint8Array): Promise<void> {
    const document = this.#document(id)
    await this.#inTurn(document, async () => {
      const closed = document.lost ?? document.damage
      if (closed) throw closed
      if ((await folderNames(this.#fileSystem, document.path)) === null) throw new UnknownDocument(id)
      await writeAttachment(this.#fileSystem, document, hash, bytes)
    })
  }

  async getAttachment(id: string, hash: string): Promise<Uint8Array | null> {
    return await onDisk(() => readAttachment(this.#fileSystem, this.#document(id), hash))
  }

  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#tidying)
    await this.#compactor.done
    await Promise.all([...this.#documents.values()].map(document => document.inTurn(async () => {})))
    // A checkpoint that is under way may have begun before the last updates came.
    await this.#checkpointing
    await onDisk(() => this.#moveAll())
  }

  /** Moves what the write-ahead log has to the folders. What the disk refuses is reported and tried later. */
  checkpoint(): Promise<void> {
    const began = performance.now()
    this.#checkpointing ??= this.#moveAll()
      .then(() => this.#report({ kind: 'checkpointed', tookMs: Math.round(performance.now() - began) }))
      .catch(fault => {
        // Not before as much again has been written: a full disk is not helped by trying at every update.
        this.#checkpointAtBytes = this.#log.sizeBytes + this.#checkpointBytes
        this.#report({ kind: 'diskFault', during: 'checkpoint', fault })
      })
      .finally(() => {
        this.#checkpointing = null
      })
    return this.#checkpointing
  }

  /** Removes old snapshots also of those documents that nobody works on any more. */
  async #tidy(): Promise<void> {
    const stored = await this.list().catch(fault => {
      this.#report({ kind: 'diskFault', during: 'tidying', fault })
      return []
    })
    const sound = stored.filter(({ damage }) => damage === null)
    for (const { id } of sound) if (!this.#closed) await this.#compactor.tidy(this.#document(id))
  }

  #afterBatch(): void {
    if (this.#log.sizeBytes >= this.#checkpointAtBytes && !this.#closed) void this.checkpoint()
  }

  async #moveAll(): Promise<void> {
    await this.#log.rest()
    for (const log of this.#log.resting) await this.#moveLog(log)
    this.#checkpointAtBytes = this.#checkpointBytes
  }

  async #moveLog(log: LogFile): Promise<void> {
    // Of one that the disk does not give back, nothing is known to be in it.
    const bytes = log.documents.length > 0 ? await log.readAll() : Buffer.alloc(0)
    const faults: unknown[] = []
    for (const id of log.documents) {
      const document = this.#document(id)
      if (document.lost || document.damage) continue
      await document
        .inTurn(async () => {
          const state = document.folder ?? (await this.#reader.readFolder(document)).state
          await moveToFolder(this.#fileSystem, log, bytes, document, state)
        })
        .catch(fault => {
          // Its entries stay where they are; the other documents go on.
          if (fault instanceof DamagedDocument) this.#noteDamage(document, fault)
          else faults.push(fault)
        })
    }
    if (faults.length > 0) throw faults[0]
    if (log.stays || log.documents.length > 0) {
      this.#report({ kind: 'logKept', file: log.path, documents: log.documents })
      return
    }
    await log.remove()
    this.#log.drop(log)
  }

  #document(id: string): DiskDocument {
    const known = this.#documents.get(id)
    if (known) return known
    if (!isDocumentId(id)) throw new UnknownDocument(id)
    const document = new DiskDocument(id, this.#folder.documentFolder(id), null)
    this.#documents.set(id, document)
    return document
  }

  /** A document that may be written to; throws otherwise. */
  #usable(id: string): DiskDocument {
    if (this.#closed) throw new Error('The storage is closed.')
    const document = this.#document(id)
    const closed = document.lost ?? document.damage
    if (closed) throw closed
    if (!document.open) throw new Error(`Document ${id} must be loaded or created before it is written to.`)
    return document
  }

  #inTurn<T>(document: DiskDocument, work: () => Promise<T>): Promise<T> {
    return document.inTurn(() =>
      onDisk(async () => {
        try {
          return await work()
        } catch (fault) {
          if (fault instanceof DamagedDocument) this.#noteDamage(document, fault)
          throw fault
        }
      }),
    )
  }

  #noteDamage(document: DiskDocument, damaged: DamagedDocument): void {
    const known = document.lost ?? document.damage
    document.damage = damaged
    if (isDeepStrictEqual(known?.damage, damaged.damage)) return
    this.#report({ kind: 'damaged', id: document.id, damage: damaged.damage })
  }
}

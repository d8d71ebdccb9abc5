import { isDeepStrictEqual } from 'node:util'
import { readAttachment, writeAttachment } from './attachments.ts'
import { moveToFolder } from './checkpoint.ts'
import { DiskDocument } from './DiskDocument.ts'
import { DamagedDocument } from './damage.ts'
import type { DataFolder } from './dataFolder.ts'
import { onDisk } from './diskFault.ts'
import {
  compactFolder,
  createFolder,
  cutTornTail,
  type FolderContents,
  folderExists,
  readFolder,
} from './documentFolder.ts'
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

export interface DiskStorageOptions {
  /** Size of the write-ahead log, in bytes, at which it is moved to the documents' folders. */
  readonly checkpointBytes: number
  readonly report: ReportStorageEvent
}

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
  #checkpointAtBytes: number
  #checkpointing: Promise<void> | null = null
  #closed = false

  constructor(folder: DataFolder, { checkpointBytes, report }: DiskStorageOptions, recovered: RecoveredLogs) {
    this.#folder = folder
    this.#fileSystem = folder.fileSystem
    this.#report = report
    this.#checkpointBytes = checkpointBytes
    this.#checkpointAtBytes = checkpointBytes
    this.#log = new WriteAheadLog(folder.fileSystem, folder.log, recovered, () => this.#afterBatch())
    for (const [id, damage] of recovered.lost) {
      const lost = new DamagedDocument(id, damage)
      this.#documents.set(id, new DiskDocument(id, folder.documentFolder(id), lost))
      report({ kind: 'damaged', id, damage })
    }
  }

  async list(): Promise<StoredDocument[]> {
    const folders = await onDisk(() => this.#fileSystem.listFolder(this.#folder.documents))
    const logged = this.#log.files.flatMap(log => log.documents)
    const ids = new Set([...folders.filter(isDocumentId), ...logged, ...this.#documents.keys()])
    const stored: StoredDocument[] = []
    for (const id of [...ids].sort()) {
      const document = this.#document(id)
      try {
        if (!document.open || document.damage) await this.load(id)
        stored.push({ id, damage: null })
      } catch (fault) {
        if (fault instanceof DamagedDocument) stored.push({ id, damage: fault.damage })
        // Somebody asked for a document that is not there; having been asked for does not make it one.
        else if (!(fault instanceof UnknownDocument)) throw fault
      }
    }
    return stored
  }

  async create(id: string, snapshot: Uint8Array): Promise<void> {
    if (!isDocumentId(id)) throw new RangeError(`"${id}" cannot be the id of a document.`)
    const document = this.#document(id)
    await this.#inTurn(document, async () => {
      const isLogged = this.#log.files.some(log => log.has(id))
      if (document.lost || isLogged || (await folderExists(this.#fileSystem, document.path))) {
        throw new DocumentExists(id)
      }
      document.folder = await createFolder(this.#fileSystem, this.#folder.documents, document, snapshot)
      document.sequence = 0
      document.open = true
    })
  }

  async load(id: string): Promise<StoredUpdates> {
    const document = this.#document(id)
    return await this.#inTurn(document, async () => {
      const stored = await this.#read(document)
      document.damage = null
      if (!document.open) {
        // Whoever made it may have stopped before its name was on disk; a power cut would take all with it.
        await this.#fileSystem.syncFolder(this.#folder.documents)
        document.sequence = stored.sequence
      }
      document.open = true
      return stored
    })
  }

  async append(id: string, update: Uint8Array): Promise<number> {
    return await this.#log.append(this.#usable(id), update)
  }

  async compact(id: string, snapshot: Uint8Array, throughSequence: number): Promise<void> {
    const document = this.#usable(id)
    if (!(throughSequence >= 0 && throughSequence <= document.sequence)) {
      throw new RangeError(`Document ${id} has no update ${throughSequence}.`)
    }
    await this.#inTurn(document, async () => {
      const contents = await this.#readFolder(document)
      // Another compaction came first with a later snapshot.
      if (throughSequence < contents.state.snapshotSequence) return
      document.folder = null
      document.folder = await compactFolder(this.#fileSystem, document, contents, snapshot, throughSequence)
    })
  }

  async putAttachment(id: string, hash: string, bytes: Uint8Array): Promise<void> {
    const document = this.#document(id)
    await this.#inTurn(document, async () => {
      const closed = document.lost ?? document.damage
      if (closed) throw closed
      if (!(await folderExists(this.#fileSystem, document.path))) throw new UnknownDocument(id)
      await writeAttachment(this.#fileSystem, document, hash, bytes)
    })
  }

  async getAttachment(id: string, hash: string): Promise<Uint8Array | null> {
    return await onDisk(() => readAttachment(this.#fileSystem, this.#document(id), hash))
  }

  async close(): Promise<void> {
    this.#closed = true
    await Promise.all([...this.#documents.values()].map(document => document.inTurn(async () => {})))
    // A checkpoint that is under way may have begun before the last updates came.
    await this.#checkpointing
    await onDisk(() => this.#moveAll())
  }

  /** Moves what the write-ahead log has to the folders. What the disk refuses is reported and tried later. */
  checkpoint(): Promise<void> {
    this.#checkpointing ??= this.#moveAll()
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

  #afterBatch(): void {
    if (this.#log.sizeBytes >= this.#checkpointAtBytes && !this.#closed) void this.checkpoint()
  }

  async #moveAll(): Promise<void> {
    await this.#log.rest()
    for (const log of this.#log.resting) await this.#moveLog(log)
    this.#checkpointAtBytes = this.#checkpointBytes
  }

  async #moveLog(log: LogFile): Promise<void> {
    const bytes = await log.readAll()
    const faults: unknown[] = []
    for (const id of log.documents) {
      const document = this.#document(id)
      if (document.lost || document.damage) continue
      await document
        .inTurn(async () => {
          const state = document.folder ?? (await this.#readFolder(document)).state
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

  /** The folder and then the logs, each update once and none missing. Runs in the document's turn. */
  async #read(document: DiskDocument): Promise<StoredUpdates> {
    const { id } = document
    const acknowledged = document.open ? document.sequence : 0
    const logs = this.#log.files
    const { state, updates } = await this.#readFolder(document)
    let { sequence } = state
    for (const log of logs) {
      if (log.has(id)) await log.secure()
      for (const logged of await log.read(id)) {
        if (logged.sequence <= sequence) continue
        if (logged.sequence > sequence + 1) {
          throw new DamagedDocument(id, { file: log.path, byte: logged.at, reason: 'gap' })
        }
        sequence = logged.sequence
        updates.push(logged.payload)
      }
    }
    // Somebody has taken files away, or put old ones back, while the program runs.
    if (sequence < acknowledged)
      throw new DamagedDocument(id, { file: document.path, byte: 0, reason: 'cut' })
    return { updates, sequence }
  }

  /** Reads the folder and puts right what a stopped program left there. Runs in the document's turn. */
  async #readFolder(document: DiskDocument): Promise<FolderContents> {
    if (document.lost) throw document.lost
    const contents = await this.#readFolderOnly(document)
    document.folder = contents.state
    if (contents.tornTail.length > 0) {
      try {
        await cutTornTail(this.#fileSystem, document, contents, this.#report)
      } catch (fault) {
        // It can be read all the same; nothing is promised of the tail, and the write-ahead log has it.
        this.#report({ kind: 'diskFault', during: `cutting the tail in ${document.path}`, fault })
      }
    }
    return contents
  }

  async #readFolderOnly(document: DiskDocument): Promise<FolderContents> {
    try {
      return await readFolder(this.#fileSystem, document, this.#report)
    } catch (fault) {
      if (fault instanceof UnknownDocument && this.#log.files.some(log => log.has(document.id))) {
        throw new DamagedDocument(document.id, { file: document.path, byte: 0, reason: 'missing' })
      }
      throw fault
    }
  }

  #document(id: string): DiskDocument {
    if (!isDocumentId(id)) throw new UnknownDocument(id)
    let document = this.#documents.get(id)
    if (!document) {
      document = new DiskDocument(id, this.#folder.documentFolder(id), null)
      this.#documents.set(id, document)
    }
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

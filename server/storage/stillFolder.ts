import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type Damage, DamagedDocument } from './damage.ts'
import { isUnreadable } from './diskFault.ts'
import { attachmentsName, type DocumentFolder, readFolder } from './documentFolder.ts'
import type { FileSystem } from './FileSystem.ts'
import { LogFile } from './LogFile.ts'
import { logNumbers, type ReadLog, readLog } from './logRecovery.ts'
import { isDocumentId, UnknownDocument } from './Storage.ts'
import type { ReportStorageEvent, StorageEvent } from './storageEvent.ts'
import { folderNames, readWhole } from './wholeFile.ts'

/** Everything of one document's text, from its folder and the write-ahead log together. */
export interface StillDocument {
  readonly snapshot: Uint8Array
  readonly snapshotSequence: number
  /** The updates after the snapshot, in order. */
  readonly updates: readonly Uint8Array[]
  /** True when `updates.log` ends half written; the write-ahead log has what is missing. */
  readonly isTorn: boolean
}

/** A log beside which somebody writes may look wrong, and be sound a moment later. So often it is looked at. */
const looks = 50

/**
 * A data folder as it is, to check or to copy: nothing in it is changed, and a program may be using it meanwhile.
 *
 * The write-ahead log is read first, the documents' folders after it. What was acknowledged before is in the log
 * that was read, or had been promised in a folder before its log went; and a folder never loses what it has
 * promised. What is written meanwhile may be found or not, but never without what was written before it.
 */
export class StillFolder {
  readonly root: string
  readonly fileSystem: FileSystem
  /** Files of the write-ahead log, oldest first. */
  readonly logs: readonly ReadLog[]
  /** What was noticed in the logs and harms nothing. */
  readonly logEvents: readonly StorageEvent[]
  /** Every document there is, sorted. */
  readonly ids: readonly string[]
  readonly #lost = new Map<string, Damage>()

  private constructor(
    fileSystem: FileSystem,
    root: string,
    logs: readonly ReadLog[],
    logEvents: readonly StorageEvent[],
    folders: readonly string[],
  ) {
    this.fileSystem = fileSystem
    this.root = root
    this.logs = logs
    this.logEvents = logEvents
    const logged = logs.flatMap(({ log, concerned }) => [...log.documents, ...(concerned ?? [])])
    this.ids = [...new Set([...folders, ...logged])].sort()
    for (const { damage, concerned } of logs) {
      if (damage) for (const id of concerned ?? this.ids) this.#lost.set(id, damage)
    }
  }

  /** Null when the folder is none of ours. Throws `DiskFault`s bare, as the file system gives them. */
  static async open(fileSystem: FileSystem, root: string): Promise<StillFolder | null> {
    const inLog = join(root, 'wal')
    if ((await folderNames(fileSystem, join(root, 'documents'))) === null) return null
    const numbers = (await folderNames(fileSystem, inLog)) === null ? [] : await logNumbers(fileSystem, inLog)
    const logs: ReadLog[] = []
    const events: StorageEvent[] = []
    for (const number of numbers) {
      const found = await steadyLog(fileSystem, inLog, number)
      if (found === null) continue
      logs.push(found.value)
      events.push(...found.events)
    }
    const folders = (await fileSystem.listFolder(join(root, 'documents'))).filter(isDocumentId)
    return new StillFolder(fileSystem, root, logs, events, folders)
  }

  folderOf(id: string): DocumentFolder {
    return { id, path: join(this.root, 'documents', id) }
  }

  /** The document's text. Throws `DamagedDocument`. `report` is told what is noticed and harms nothing. */
  async read(id: string, report: ReportStorageEvent): Promise<StillDocument> {
    const folder = this.folderOf(id)
    const lost = this.#lost.get(id)
    if (lost) throw new DamagedDocument(id, lost)
    const files = ['snapshot.bin', 'promise.bin', 'updates.log'].map(name => join(folder.path, name))
    const { value, events } = await steadily(this.fileSystem, files, async noticed => {
      try {
        return await this.#readOnce(folder, noticed)
      } catch (fault) {
        if (fault instanceof DamagedDocument) return fault
        throw fault
      }
    })
    if (value instanceof DamagedDocument) throw value
    for (const event of events) report(event)
    return value
  }

  /** Names of the attachments' files, sorted. */
  async attachments(id: string): Promise<string[]> {
    const names = await folderNames(this.fileSystem, join(this.folderOf(id).path, attachmentsName))
    return (names ?? []).sort()
  }

  async #readOnce(folder: DocumentFolder, report: ReportStorageEvent): Promise<StillDocument> {
    const contents = await readFolder(this.fileSystem, folder, report).catch(fault => {
      const reason = fault instanceof UnknownDocument ? 'missing' : isUnreadable(fault) ? 'unreadable' : null
      if (reason === null) throw fault
      throw new DamagedDocument(folder.id, { file: folder.path, byte: 0, reason })
    })
    const [snapshot, ...updates] = contents.updates
    if (!snapshot) throw new Error(`The folder of ${folder.id} was read without its snapshot.`)
    let { sequence } = contents.state
    for (const { log, bytes } of this.logs) {
      if (bytes === null) continue
      for (const logged of await log.updatesIn(bytes, folder.id, sequence)) {
        updates.push(logged.payload)
        sequence = logged.sequence
      }
    }
    return {
      snapshot,
      snapshotSequence: contents.state.snapshotSequence,
      updates,
      isTorn: contents.tornTail.length > 0,
    }
  }
}

/** Null when the log has been moved to the folders and removed meanwhile. */
async function steadyLog(
  fileSystem: FileSystem,
  folder: string,
  number: number,
): Promise<Steady<ReadLog> | null> {
  const { path, promisePath } = new LogFile(fileSystem, folder, number, 0)
  const found = await steadily(fileSystem, [promisePath, path], report =>
    readLog(fileSystem, folder, number, report),
  )
  if (found.value.bytes !== null) return found
  const names = await fileSystem.listFolder(folder)
  return names.some(name => [path, promisePath].includes(join(folder, name))) ? found : null
}

interface Steady<T> {
  readonly value: T
  readonly events: readonly StorageEvent[]
}

/**
 * What `read` gives when it is sound, or when the files are the same before and after it: then what is wrong is
 * wrong on disk, and not because somebody was writing meanwhile.
 */
async function steadily<T extends ReadLog | StillDocument | DamagedDocument>(
  fileSystem: FileSystem,
  files: readonly string[],
  read: (report: ReportStorageEvent) => Promise<T>,
): Promise<Steady<T>> {
  let before: string | null = null
  for (let look = 1; ; look += 1) {
    const events: StorageEvent[] = []
    const value = await read(event => events.push(event))
    const isSound = !(value instanceof DamagedDocument) && !('damage' in value && value.damage)
    if (isSound && events.length === 0) return { value, events }
    const after = await fingerprint(fileSystem, files)
    if (after === before || look === looks) return { value, events }
    before = after
  }
}

async function fingerprint(fileSystem: FileSystem, files: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const file of files) {
    try {
      hash.update((await readWhole(fileSystem, file)) ?? 'missing')
    } catch (fault) {
      // What the disk refuses has been said by whoever read it; here it only has to be the same again.
      hash.update(String(fault))
    }
    hash.update('\n')
  }
  return hash.digest('hex')
}

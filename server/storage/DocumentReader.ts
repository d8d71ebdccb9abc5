import type { DiskDocument } from './DiskDocument.ts'
import { DamagedDocument } from './damage.ts'
import { cutTornTail, type FolderContents, readFolder } from './documentFolder.ts'
import type { FileSystem } from './FileSystem.ts'
import { type StoredUpdates, UnknownDocument } from './Storage.ts'
import type { ReportStorageEvent } from './storageEvent.ts'
import type { WriteAheadLog } from './WriteAheadLog.ts'

/** Reads documents, each from its folder and the write-ahead log together. Runs in the document's turn. */
export class DocumentReader {
  readonly #fileSystem: FileSystem
  readonly #log: WriteAheadLog
  readonly #report: ReportStorageEvent

  constructor(fileSystem: FileSystem, log: WriteAheadLog, report: ReportStorageEvent) {
    this.#fileSystem = fileSystem
    this.#log = log
    this.#report = report
  }

  /** The folder and then the logs, each update once and none missing. */
  async read(document: DiskDocument): Promise<StoredUpdates> {
    const { id } = document
    const acknowledged = document.open ? document.sequence : 0
    const logs = this.#log.files
    const { state, updates } = await this.readFolder(document)
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

  /** Reads the folder and puts right what a stopped program left there. */
  async readFolder(document: DiskDocument): Promise<FolderContents> {
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
}

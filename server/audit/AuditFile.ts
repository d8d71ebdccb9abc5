import { join } from 'node:path'
import type { FileSystem } from '../storage/FileSystem.ts'
import { writeAll } from '../storage/wholeFile.ts'
import { auditFileName } from './auditScan.ts'

/** The file of the log that entries are added to. One call at a time. */
export class AuditFile {
  readonly path: string
  readonly #fileSystem: FileSystem
  readonly #file: number
  /** How much of it is entries that are on disk. */
  #sizeBytes: number
  entries: number
  /** True when there may be bytes after its last good one, of lines that were rejected. */
  #mustCut = false

  private constructor(
    fileSystem: FileSystem,
    path: string,
    file: number,
    sizeBytes: number,
    entries: number,
  ) {
    this.#fileSystem = fileSystem
    this.path = path
    this.#file = file
    this.#sizeBytes = sizeBytes
    this.entries = entries
  }

  get sizeBytes(): number {
    return this.#sizeBytes
  }

  /** Makes the file that begins with entry `firstNumber`. Its name is on disk when resolved. */
  static async make(fileSystem: FileSystem, folder: string, firstNumber: number): Promise<AuditFile> {
    const path = join(folder, auditFileName(firstNumber))
    const file = await fileSystem.open(path, 'w')
    try {
      await fileSystem.syncFolder(folder)
    } catch (fault) {
      await fileSystem.close(file)
      throw fault
    }
    return new AuditFile(fileSystem, path, file, 0, 0)
  }

  /** Goes on in a file that is there and is sound. */
  static async goOn(
    fileSystem: FileSystem,
    path: string,
    sizeBytes: number,
    entries: number,
  ): Promise<AuditFile> {
    return new AuditFile(fileSystem, path, await fileSystem.open(path, 'r+'), sizeBytes, entries)
  }

  /** On disk when resolved; when rejected, nothing of it is in the file, or will be before anything else is. */
  async append(lines: Buffer, entries: number): Promise<void> {
    await this.#cut()
    try {
      await writeAll(this.#fileSystem, this.#file, lines, this.#sizeBytes)
      await this.#fileSystem.syncData(this.#file)
    } catch (fault) {
      this.#mustCut = true
      // Now if it can be done, else before the next; these are rejected either way.
      await this.#cut().catch(() => {})
      throw fault
    }
    this.#sizeBytes += lines.length
    this.entries += entries
  }

  /** Never rejects: what was added is on disk. */
  async close(): Promise<void> {
    await this.#fileSystem.close(this.#file).catch(() => {})
  }

  async #cut(): Promise<void> {
    if (!this.#mustCut) return
    await this.#fileSystem.truncate(this.#file, this.#sizeBytes)
    await this.#fileSystem.syncData(this.#file)
    this.#mustCut = false
  }
}

import type { FileSystem } from './FileSystem.ts'
import { LogFile } from './LogFile.ts'
import { LogPromise } from './LogPromise.ts'
import { fileHeader, fileHeaderBytes } from './record.ts'
import { writeAll, writeNew } from './wholeFile.ts'

/** Writes to the file of the write-ahead log that is in use. One call at a time. */
export class LogWriter {
  readonly log: LogFile
  readonly #fileSystem: FileSystem
  readonly #file: number
  readonly #promise: LogPromise
  /** True when the file may hold bytes after its last good one, of a batch that was rejected. */
  #mustCut = false

  private constructor(fileSystem: FileSystem, log: LogFile, file: number, promise: LogPromise) {
    this.#fileSystem = fileSystem
    this.log = log
    this.#file = file
    this.#promise = promise
  }

  /** Makes a new file, or makes one anew that nothing was ever written to. On disk when resolved. */
  static async create(fileSystem: FileSystem, folder: string, number: number): Promise<LogWriter> {
    const log = new LogFile(fileSystem, folder, number, fileHeaderBytes)
    await writeNew(fileSystem, log.path, fileHeader('log'))
    await writeNew(fileSystem, log.promisePath, fileHeader('promise'))
    await fileSystem.syncFolder(folder)
    const promise = new LogPromise(fileSystem, await fileSystem.open(log.promisePath, 'r+'))
    try {
      return new LogWriter(fileSystem, log, await fileSystem.open(log.path, 'r+'), promise)
    } catch (fault) {
      await promise.close()
      throw fault
    }
  }

  /**
   * Adds a batch of entries of these documents. On disk when resolved; when rejected, nothing of it is in
   * the log, or will be before anything else is.
   */
  async append(batch: Buffer, documents: Iterable<{ readonly id: string }>): Promise<void> {
    await this.cut()
    const newcomers: string[] = []
    for (const { id } of documents) if (!this.log.has(id)) newcomers.push(id)
    const results = await Promise.allSettled([
      this.#writeAndSync(batch),
      newcomers.length > 0 ? this.#promise.admit(newcomers) : undefined,
    ])
    const failed = results.find(result => result.status === 'rejected')
    if (failed) {
      this.#mustCut = true
      // Now if it can be done, else before the next batch; the batch is rejected either way.
      await this.cut().catch(() => {})
      throw failed.reason
    }
    this.log.sizeBytes += batch.length
  }

  /** Cuts off what a failed batch may have left. On disk when resolved. */
  async cut(): Promise<void> {
    if (!this.#mustCut) return
    await this.#fileSystem.truncate(this.#file, this.log.sizeBytes)
    await this.#fileSystem.syncData(this.#file)
    this.#mustCut = false
  }

  /** Notes how far the log has come, without waiting. */
  fellIdle(): void {
    // A promise that is not written promises less; the next time it falls idle says more.
    this.#promise.promiseBytes(this.log.sizeBytes).catch(() => {})
  }

  /** Lets go of the file. Never rejects: what was appended is on disk already. */
  async close(): Promise<void> {
    await Promise.allSettled([this.#promise.close(), this.#fileSystem.close(this.#file)])
  }

  async #writeAndSync(batch: Buffer): Promise<void> {
    await writeAll(this.#fileSystem, this.#file, batch, this.log.sizeBytes)
    await this.#fileSystem.syncData(this.#file)
  }
}

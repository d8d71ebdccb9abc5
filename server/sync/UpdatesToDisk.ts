import type { Storage } from '../storage/Storage.ts'

/**
 * The way of a document's updates to the disk, in the order they came, each behind its records (whose it is, what was
 * lost by it): whoever sends it again after the server was killed is told that it is known, and the records would never
 * be made.
 */
export class UpdatesToDisk {
  readonly #id: string
  readonly #storage: Pick<Storage, 'append'>
  /** Resolves when the records of the last update that had some are on disk; null when none is on its way. */
  #recording: Promise<void> | null = null
  #isStopped = false

  constructor(id: string, storage: Pick<Storage, 'append'>) {
    this.#id = id
    this.#storage = storage
  }

  /** Resolves when it is on disk; rejects with what the disk said of it, or of the records. */
  append(update: Uint8Array, records: readonly Promise<void>[]): Promise<unknown> {
    if (records.length === 0 && !this.#recording) return this.#storage.append(this.#id, update)
    const recorded = Promise.all([this.#recording, ...records])
    const recording = recorded.then(() => {
      if (this.#recording === recording) this.#recording = null
    })
    // What goes wrong with them is said by what is given back.
    recording.catch(() => {})
    this.#recording = recording
    return recorded.then(async () => {
      // By now the document may have been opened anew from the disk.
      if (!this.#isStopped) await this.#storage.append(this.#id, update)
    })
  }

  /** What still waits for its records never goes. */
  stop(): void {
    this.#isStopped = true
  }
}

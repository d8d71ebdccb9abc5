import { dirname, join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { DamagedDocument } from './damage.ts'
import { isMissing } from './diskFault.ts'
import type { FileSystem } from './FileSystem.ts'
import { type Entry, entryOf, readEntry, readPayload } from './record.ts'
import { readInto, readWhole, withFile, writeAll } from './wholeFile.ts'

/** An update that stands in the write-ahead log. */
export interface LoggedUpdate {
  readonly sequence: number
  /** Byte where its entry begins. */
  readonly at: number
  readonly payload: Uint8Array
}

/** Entries of one document, one after the other, ready to be added to its folder. */
export interface EntryRun {
  readonly bytes: Buffer
  /** Sequence number of the last of them. */
  readonly sequence: number
}

const windowBytes = 64 * 1024
const entriesPerTurn = 2000

/** One file of the write-ahead log, and where in it the entries are that no folder has yet. */
export class LogFile {
  readonly path: string
  /** Its companion: which documents have entries in it, and how much of it was certainly on disk. */
  readonly promisePath: string
  /** How much of it is entries that are on disk. */
  sizeBytes: number
  /** True when a part of it cannot be read. Then nothing of it is written over. */
  isDamaged = false
  /** True when the file must stay, whoever needs its entries: it is damaged, or its torn tail is nowhere else. */
  stays = false
  /** False when a stopped program wrote entries that perhaps never reached the disk. */
  isSecure = true
  readonly #fileSystem: FileSystem
  readonly #offsets = new Map<string, number[]>()

  constructor(fileSystem: FileSystem, folder: string, number: number, sizeBytes: number) {
    this.#fileSystem = fileSystem
    const name = String(number).padStart(8, '0')
    this.path = join(folder, `${name}.log`)
    this.promisePath = join(folder, `${name}.promise`)
    this.sizeBytes = sizeBytes
  }

  /** Documents with entries here that no folder has yet. */
  get documents(): string[] {
    return [...this.#offsets.keys()]
  }

  has(id: string): boolean {
    return this.#offsets.has(id)
  }

  note(id: string, at: number): void {
    const offsets = this.#offsets.get(id)
    if (offsets) offsets.push(at)
    else this.#offsets.set(id, [at])
  }

  forget(id: string): void {
    this.#offsets.delete(id)
  }

  /**
   * Makes sure that what was found in the file after a stop is on disk, before it is shown to anybody or built
   * upon. It is written again: after a sync that failed, syncing the same once more does nothing on Linux.
   */
  async secure(): Promise<void> {
    if (this.isSecure) return
    const bytes = await this.readAll()
    await withFile(this.#fileSystem, this.path, 'r+', async file => {
      if (!this.isDamaged) await writeAll(this.#fileSystem, file, bytes, 0)
      await this.#fileSystem.syncData(file)
    })
    this.isSecure = true
  }

  /**
   * The document's updates, in order, as many as there are at the time of the call. Reads only their part of
   * the file. Throws `DamagedDocument` when one of them is no longer what was written.
   */
  async read(id: string): Promise<LoggedUpdate[]> {
    const offsets = this.#offsets.get(id)?.slice() ?? []
    if (offsets.length === 0) return []
    const end = this.sizeBytes
    return await withFile(this.#fileSystem, this.path, 'r', async file => {
      let window = Buffer.alloc(0)
      let windowAt = 0
      const look = async (at: number, sizeBytes: number) => {
        const room = Buffer.allocUnsafe(Math.max(0, Math.min(sizeBytes, end - at)))
        window = room.subarray(0, await readInto(this.#fileSystem, file, room, at))
        windowAt = at
        return readEntry(window, 0)
      }
      const updates: LoggedUpdate[] = []
      for (const at of offsets) {
        let entry = readEntry(window, at - windowAt) ?? (await look(at, windowBytes))
        if (entry !== null && entry.end > window.length) entry = await look(at, entry.end - entry.at)
        const found = this.#require(id, window, entry, at)
        // Copied, so that a small update does not hold on to its window.
        updates.push({ sequence: found.entry.sequence, at, payload: Buffer.from(found.payload) })
      }
      return updates
    })
  }

  /** The whole file, for `runOf`. */
  async readAll(): Promise<Buffer> {
    return (await readWhole(this.#fileSystem, this.path))?.subarray(0, this.sizeBytes) ?? Buffer.alloc(0)
  }

  /**
   * The document's entries after `afterSequence`, checked, from the bytes of `readAll`; null when there are
   * none. Throws `DamagedDocument` when one is damaged or missing. Lets others in now and then.
   */
  async runOf(id: string, bytes: Buffer, afterSequence: number): Promise<EntryRun | null> {
    const pieces: Buffer[] = []
    let from = 0
    let to = 0
    let sequence = afterSequence
    let count = 0
    for (const at of this.#offsets.get(id) ?? []) {
      count += 1
      if (count % entriesPerTurn === 0) await nextTurn()
      const header = readEntry(bytes, at)
      if (header !== null && header.sequence <= sequence) continue
      const { entry, payload } = this.#require(id, bytes, header, at)
      if (entry.sequence !== sequence + 1) {
        throw new DamagedDocument(id, { file: this.path, byte: at, reason: 'gap' })
      }
      sequence = entry.sequence
      if (at === to && !entry.healed) {
        to = entry.end
        continue
      }
      if (to > from) pieces.push(bytes.subarray(from, to))
      from = at
      to = entry.end
      if (entry.healed) {
        pieces.push(entryOf({ ...entry, payload }))
        from = to
      }
    }
    if (sequence === afterSequence) return null
    if (to > from) pieces.push(bytes.subarray(from, to))
    return { bytes: Buffer.concat(pieces), sequence }
  }

  /**
   * The document's updates after `afterSequence`, in order, from the bytes of the file. Throws `DamagedDocument`
   * when one is damaged or missing.
   */
  async updatesIn(bytes: Buffer, id: string, afterSequence: number): Promise<LoggedUpdate[]> {
    const updates: LoggedUpdate[] = []
    const run = await this.runOf(id, bytes, afterSequence)
    for (let at = 0; run !== null && at < run.bytes.length; ) {
      const entry = readEntry(run.bytes, at)
      const found = this.#require(id, run.bytes, entry, at)
      updates.push({ sequence: found.entry.sequence, at, payload: found.payload })
      at = found.entry.end
    }
    return updates
  }

  async remove(): Promise<void> {
    // The promise goes first and for certain: a promise without its log would be taken for a lost log.
    for (const path of [this.promisePath, this.path]) {
      try {
        await this.#fileSystem.unlink(path)
      } catch (error) {
        if (!isMissing(error)) throw error
      }
      await this.#fileSystem.syncFolder(dirname(path))
    }
  }

  #require(
    id: string,
    bytes: Buffer,
    entry: Entry | null,
    at: number,
  ): { entry: Entry; payload: Uint8Array } {
    const payload = entry && readPayload(bytes, entry)
    if (entry === null || payload === null || entry.id !== id) {
      const reason = entry === null ? 'entryHeader' : payload === null ? 'payload' : 'otherDocument'
      throw new DamagedDocument(id, { file: this.path, byte: at, reason })
    }
    return { entry, payload }
  }
}

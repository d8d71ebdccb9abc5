import type { AuditAct } from '../../shared/http/auditLog.ts'
import type { Me } from '../../shared/http/session.ts'
import type { Log } from '../operations/LogEvent.ts'
import { asDiskFault } from '../storage/diskFault.ts'
import type { FileSystem } from '../storage/FileSystem.ts'
import { AuditFile } from './AuditFile.ts'
import { type AuditFilter, AuditIndex, type AuditPerson, subjectOf } from './AuditIndex.ts'
import type { AuditDamage } from './auditDamage.ts'
import { type AuditHead, writeHead } from './auditHead.ts'
import { auditLine, type StoredEntry } from './auditLine.ts'
import { readEntries } from './auditReading.ts'
import { entriesPerFile } from './auditScan.ts'
import { detailsOf, type TakenUp, takeUp } from './auditTakingUp.ts'

/** What somebody has done. Ids only: names are put in when the log is read. Never content, never a secret. */
export interface Note {
  readonly act: AuditAct
  /** Who did it; null when nobody was signed in. */
  readonly me: Me | null
  readonly applicationId?: string
  /** State of the ansökan then. */
  readonly state?: string
  /** To whom or what, and the new value: see `detailKeys` in shared/http/auditLog.ts. Cut to 300 characters each. */
  readonly details?: Readonly<Record<string, string>>
}

export interface AuditOptions {
  readonly fileSystem: FileSystem
  /** Its own folder, made if it is not there. */
  readonly folder: string
  readonly now: () => number
  readonly log: Log
}

interface Waiting {
  readonly entry: Omit<StoredEntry, 'number' | 'previous'>
  readonly resolve: () => void
  readonly reject: (fault: unknown) => void
}

/** Entries written and synced at once. */
const batchMost = 1000
const textMaxLength = 300

/**
 * The log of what people do (*loggen*): append-only, each entry bound to the one before by its hash, on disk before
 * it is said to be (limits.md 46). `server/storage/FORMAT.md` has the bytes.
 */
export class AuditLog {
  readonly #options: AuditOptions
  readonly #index: AuditIndex
  readonly #paths: string[]
  #file: AuditFile | null
  #head: AuditHead
  #nextNumber: number
  /** How far the head record on disk has come. */
  #headOnDisk: number
  #queue: Waiting[] = []
  #writing: Promise<void> | null = null
  #isClosed = false

  private constructor(options: AuditOptions, index: AuditIndex, taken: TakenUp) {
    this.#options = options
    this.#index = index
    this.#paths = taken.paths
    this.#file = taken.file
    this.#head = taken.last
    this.#nextNumber = taken.nextNumber
    this.#headOnDisk = taken.headOnDisk
  }

  /**
   * Opens the log and checks all of it. What a stop left half written is set aside and said in `log`. Anything else
   * that is not as it was written is said there too, and in a new entry: the files that it is in are left as they
   * are. Throws `DiskFault`.
   */
  static async open(options: AuditOptions): Promise<AuditLog> {
    const index = new AuditIndex()
    try {
      const taken = await takeUp(options, index)
      const audit = new AuditLog(options, index, taken)
      await audit.#tellOf(taken.damages)
      return audit
    } catch (fault) {
      throw asDiskFault(fault)
    }
  }

  /** The last entry that is on disk. */
  get head(): AuditHead {
    return this.#head
  }

  /**
   * Writes one entry. On disk when resolved; what is noted in one turn, or while the disk is busy, shares a write.
   * Throws `DiskFault`: then it is not in the log, and what it was about must not be done.
   */
  note({ act, me, applicationId, state, details }: Note): Promise<void> {
    if (this.#isClosed) return Promise.reject(new Error('The audit log is closed.'))
    const entry = {
      at: new Date(this.#options.now()).toISOString(),
      act,
      personId: me?.person.id ?? null,
      partyId: me?.party.id ?? null,
      applicationId: applicationId === undefined ? null : cut(applicationId),
      state: state === undefined ? null : cut(state),
      details: Object.fromEntries(Object.entries(details ?? {}).map(([key, value]) => [key, cut(value)])),
    }
    return new Promise((resolve, reject) => {
      this.#queue.push({ entry, resolve, reject })
      this.#writing ??= new Promise(done => {
        setImmediate(() => void this.#writeAll().then(done))
      })
    })
  }

  /** Newest first, those before entry `before`, at most so many. `next` is the `before` of older ones, if there are. */
  async read(
    filter: AuditFilter,
    before: number | null,
    most: number,
  ): Promise<{ readonly entries: StoredEntry[]; readonly next: number | null }> {
    const places = this.#index.find(filter, before, most + 1)
    const more = places.length > most
    if (more) places.pop()
    const { fileSystem, log } = this.#options
    const entries = await readEntries(fileSystem, this.#paths, places, damage =>
      log({ kind: 'auditDamaged', damage }),
    )
    const { subjects } = filter
    return {
      entries: subjects ? entries.filter(entry => subjects.has(subjectOf(entry) ?? '')) : entries,
      next: more ? (places.at(-1)?.number ?? null) : null,
    }
  }

  /** Everybody who has an entry, or one with this ansökan. */
  people(applicationId?: string): AuditPerson[] {
    return this.#index.people(applicationId)
  }

  /** Waits for what has been noted, and lets go of the file. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#writing
    await this.#writeHead()
    await this.#file?.close()
  }

  async #tellOf(damages: readonly AuditDamage[]): Promise<void> {
    const written = await Promise.allSettled(
      damages.map(damage => this.note({ act: 'logBroken', me: null, details: detailsOf(damage) })),
    )
    const failed = written.find(one => one.status === 'rejected')
    // The program goes on all the same; the next start tells of them again.
    if (failed) this.#options.log({ kind: 'diskFault', during: 'audit log', fault: failed.reason })
  }

  async #writeAll(): Promise<void> {
    while (this.#queue.length > 0) {
      if ((this.#file?.entries ?? 0) >= entriesPerFile) {
        await this.#file?.close()
        this.#file = null
      }
      const room = entriesPerFile - (this.#file?.entries ?? 0)
      await this.#write(this.#queue.splice(0, Math.min(room, batchMost)))
      // After the entries, and before any others: so at most one batch is ahead of it.
      await this.#writeHead()
    }
    this.#writing = null
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    let previous = this.#head.hash
    const lines = batch.map(({ entry }, index) => {
      const stored = { ...entry, number: this.#nextNumber + index, previous }
      const { bytes, hash } = auditLine(stored)
      previous = hash
      return { stored, bytes }
    })
    try {
      const file = this.#file ?? (await this.#newFile())
      const startBytes = file.sizeBytes
      await file.append(Buffer.concat(lines.map(({ bytes }) => bytes)), batch.length)
      let end = startBytes
      for (const { stored, bytes } of lines) {
        end += bytes.length
        this.#index.add(stored, end)
      }
    } catch (error) {
      const fault = asDiskFault(error)
      for (const { reject } of batch) reject(fault)
      return
    }
    this.#nextNumber += batch.length
    this.#head = { number: this.#nextNumber - 1, hash: previous }
    for (const { resolve } of batch) resolve()
  }

  async #newFile(): Promise<AuditFile> {
    const { fileSystem, folder } = this.#options
    const file = await AuditFile.make(fileSystem, folder, this.#nextNumber)
    this.#paths.push(file.path)
    this.#index.beginFile(this.#paths.length - 1)
    this.#file = file
    return file
  }

  async #writeHead(): Promise<void> {
    if (this.#headOnDisk === this.#head.number) return
    const head = this.#head
    try {
      await writeHead(this.#options.fileSystem, this.#options.folder, head)
      this.#headOnDisk = head.number
    } catch (fault) {
      // The entries are on disk. It is tried again after the next ones, and when the program stops.
      this.#options.log({ kind: 'diskFault', during: 'audit head', fault })
    }
  }
}

function cut(text: string): string {
  return text.slice(0, textMaxLength).toWellFormed()
}

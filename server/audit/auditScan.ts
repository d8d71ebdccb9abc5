import { basename, join } from 'node:path'
import { isMissing, isUnreadable } from '../storage/diskFault.ts'
import type { FileSystem } from '../storage/FileSystem.ts'
import { folderNames, readInto, withFile } from '../storage/wholeFile.ts'
import type { AuditDamage, AuditDamageReason } from './auditDamage.ts'
import { type AuditHead, headName, noEntries, readHead } from './auditHead.ts'
import { lineMaxBytes, readAuditLine, type StoredEntry } from './auditLine.ts'

/** A file of the log, as it was found. */
export interface ScannedFile {
  readonly path: string
  readonly sizeBytes: number
  entries: number
  /** The byte after its last whole entry, and after the last that the head record knows. */
  goodEnd: number
  knownEnd: number
  isDamaged: boolean
}

/** Where in the last file a write was under way when the program or machine stopped. */
export interface TornTail {
  readonly file: string
  readonly byte: number
}

/** What was found of the whole log. */
export interface AuditScan {
  /** As it was found; `noEntries` when it is missing or changed. */
  readonly head: AuditHead
  readonly files: readonly ScannedFile[]
  /** In the order they stand in the log. No more than a hundred are kept. */
  readonly damages: readonly AuditDamage[]
  readonly torn: TornTail | null
  /** What the next entry follows on. */
  readonly last: AuditHead
  /** The number that the next entry gets: no entry, also none that is lost, has had it. */
  readonly nextNumber: number
}

/** Called for each whole entry, in rising order of number. `end` is the byte after its line; `file` counts from 0. */
export type SeeEntry = (entry: StoredEntry, file: number, end: number) => void

const damagesMost = 100
const chunkBytes = 1024 * 1024

/** The log's own folder within the data folder. */
export const auditFolderName = 'audit'

/** The name of the file whose first entry has this number. */
export function auditFileName(firstNumber: number): string {
  return `${String(firstNumber).padStart(12, '0')}.jsonl`
}

/** Entries in a file: then the next begins, so that no file grows beyond a few megabytes. */
export const entriesPerFile = 10_000

/**
 * Reads the whole log and checks every hash, every number and what each entry follows on. Changes nothing, and may
 * run beside the program. `see` is told of each whole entry. Throws what the disk says, but a file that it does not
 * give back is damage.
 */
export async function scanAudit(
  fileSystem: FileSystem,
  folder: string,
  see: SeeEntry = () => {},
): Promise<AuditScan> {
  // Before the files: what is written meanwhile makes the log longer than its head, never shorter.
  const head = await readHeadOrDamage(fileSystem, folder)
  const names = ((await folderNames(fileSystem, folder)) ?? []).filter(name => /^\d{12}\.jsonl$/.test(name))
  const scan = new Scan(fileSystem, folder, typeof head === 'string' ? null : head, see)
  names.sort()
  for (const [index, name] of names.entries()) await scan.file(name, index === names.length - 1)
  return scan.result(head, names)
}

async function readHeadOrDamage(
  fileSystem: FileSystem,
  folder: string,
): Promise<Awaited<ReturnType<typeof readHead>>> {
  try {
    return await readHead(fileSystem, folder)
  } catch (fault) {
    if (isUnreadable(fault)) return 'changed'
    throw fault
  }
}

class Scan {
  readonly #fileSystem: FileSystem
  readonly #folder: string
  readonly #head: AuditHead | null
  readonly #see: SeeEntry
  readonly #files: ScannedFile[] = []
  readonly #damages: AuditDamage[] = []
  #torn: TornTail | null = null
  #last: AuditHead = noEntries
  /** Number of the next entry. */
  #expected = 1
  /** False after damage: then nobody knows what the next entry follows on. */
  #isLinked = true
  /** How many entries an unreadable file just before may have had. */
  #unseen = 0

  constructor(fileSystem: FileSystem, folder: string, head: AuditHead | null, see: SeeEntry) {
    this.#fileSystem = fileSystem
    this.#folder = folder
    this.#head = head
    this.#see = see
  }

  async file(name: string, isLast: boolean): Promise<void> {
    const path = join(this.#folder, name)
    const first = Number.parseInt(name, 10)
    if (first > this.#expected && this.#unseen === 0) {
      this.#damage('missing', this.#expected, join(this.#folder, auditFileName(this.#expected)))
    }
    this.#expected = Math.max(first, this.#last.number + 1)
    try {
      await withFile(this.#fileSystem, path, 'r', async file => {
        const sizeBytes = await this.#fileSystem.sizeBytes(file)
        const scanned: ScannedFile = fileAt(path, sizeBytes)
        this.#files.push(scanned)
        await this.#lines(file, scanned, isLast)
      })
      this.#unseen = 0
    } catch (fault) {
      // A file that is gone since the folder was listed is missed when the next one begins.
      if (isMissing(fault)) return
      if (!isUnreadable(fault)) throw fault
      if (this.#files.at(-1)?.path !== path) this.#files.push(fileAt(path, 0))
      this.#damage('unreadable', this.#expected - 1, path)
      this.#unseen = entriesPerFile
    }
  }

  async #lines(file: number, scanned: ScannedFile, isLast: boolean): Promise<void> {
    let rest = Buffer.alloc(0)
    let restAt = 0
    while (restAt + rest.length < scanned.sizeBytes) {
      const at = restAt + rest.length
      const chunk = Buffer.allocUnsafe(Math.min(chunkBytes, scanned.sizeBytes - at))
      const bytes = Buffer.concat([
        rest,
        chunk.subarray(0, await readInto(this.#fileSystem, file, chunk, at)),
      ])
      if (bytes.length === rest.length) break
      let from = 0
      for (let to = bytes.indexOf(10); to !== -1; to = bytes.indexOf(10, from)) {
        if (!this.#line(bytes.subarray(from, to), restAt + from, scanned, isLast)) return
        from = to + 1
      }
      // What is too long for a line is not kept in memory until its end is found.
      if (bytes.length - from > lineMaxBytes) {
        this.#line(null, restAt + from, scanned, isLast)
        return
      }
      rest = bytes.subarray(from)
      restAt += from
    }
    if (rest.length > 0) this.#line(null, restAt, scanned, isLast)
  }

  /** `bytes` is null for a line without an end. False when the rest of the file is a torn tail. */
  #line(bytes: Buffer | null, at: number, scanned: ScannedFile, isLast: boolean): boolean {
    const read = bytes && readAuditLine(bytes)
    if (read === null) {
      if (isLast && this.#head !== null && this.#expected > this.#head.number) {
        this.#torn = { file: scanned.path, byte: at }
        return false
      }
      this.#damage('changed', this.#expected, scanned.path)
      this.#expected += 1
      return true
    }
    const { entry, hash } = read
    if (entry.number < this.#expected) {
      this.#damage('moved', entry.number, scanned.path)
      return true
    }
    if (entry.number > this.#expected) this.#damage('missing', this.#expected, scanned.path)
    if (this.#isLinked && entry.previous !== this.#last.hash) {
      this.#damage('replaced', Math.max(1, entry.number - 1), scanned.path)
    }
    this.#last = { number: entry.number, hash }
    this.#isLinked = true
    this.#expected = entry.number + 1
    scanned.entries += 1
    if (entry.number === this.#head?.number && hash !== this.#head.hash) {
      this.#damage('replaced', entry.number, scanned.path)
    }
    scanned.goodEnd = at + (bytes?.length ?? 0) + 1
    if (this.#head !== null && entry.number <= this.#head.number) scanned.knownEnd = scanned.goodEnd
    this.#see(entry, this.#files.length - 1, scanned.goodEnd)
    return true
  }

  #damage(reason: AuditDamageReason, number: number, file: string): void {
    this.#isLinked = false
    const scanned = this.#files.find(({ path }) => path === file)
    if (scanned) scanned.isDamaged = true
    if (this.#damages.length < damagesMost) this.#damages.push({ file, number, reason })
  }

  result(head: AuditHead | 'missing' | 'changed', names: readonly string[]): AuditScan {
    const lastFile = this.#files.at(-1)
    if (typeof head === 'string') {
      const isNew = head === 'missing' && names.length === 0
      if (!isNew) this.#damage('head', this.#expected - 1, join(this.#folder, headName))
    } else if (head.number >= this.#expected && this.#unseen === 0) {
      this.#damage('missing', this.#expected, lastFile?.path ?? join(this.#folder, auditFileName(1)))
    }
    const known = this.#head ?? noEntries
    // As many as an unreadable file may have had, when no head tells.
    const beyond = this.#head === null ? this.#unseen : 0
    const nextNumber = beyond + Math.max(this.#expected, known.number + 1, firstOf(lastFile) + 1)
    return {
      head: known,
      files: this.#files,
      damages: this.#damages,
      torn: this.#torn,
      // When the entry itself is lost or is another, what follows is bound to the one that was there.
      last: known.number === nextNumber - 1 ? known : this.#last,
      nextNumber,
    }
  }
}

function fileAt(path: string, sizeBytes: number): ScannedFile {
  return { path, sizeBytes, entries: 0, goodEnd: 0, knownEnd: 0, isDamaged: false }
}

/** A damaged file keeps its name to itself, whatever of it could be read. */
function firstOf(file: ScannedFile | undefined): number {
  return file?.isDamaged ? Number.parseInt(basename(file.path), 10) : 0
}

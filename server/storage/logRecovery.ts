import { type Damage, DamagedFile } from './damage.ts'
import { isUnreadable } from './diskFault.ts'
import type { FileSystem } from './FileSystem.ts'
import { LogFile } from './LogFile.ts'
import { type Promised, readLogPromise } from './LogPromise.ts'
import { checkFileHeader, fileHeaderBytes, readEntry, readPayload } from './record.ts'
import { setTailAside } from './setAside.ts'
import type { ReportStorageEvent } from './storageEvent.ts'
import { readWhole, withFile } from './wholeFile.ts'

/** What a stopped program left in the write-ahead log. */
export interface RecoveredLogs {
  /** Oldest first. */
  readonly logs: LogFile[]
  /** Documents that may have lost updates in a part that cannot be read. */
  readonly lost: ReadonlyMap<string, Damage>
  readonly nextNumber: number
}

/** What stands in one file. */
interface Scan {
  readonly entries: { readonly id: string; readonly at: number }[]
  /** Where the part that was never acknowledged begins, half written; the end of the file when there is none. */
  readonly end: number
  /** Set when what was on disk cannot be read any more from this byte on. */
  readonly damage: Pick<Damage, 'byte' | 'reason'> | null
}

/** One file of the write-ahead log, read and told apart; nothing of it is changed. */
export interface ReadLog {
  /** Knows where the entries are, and ends where they do. */
  readonly log: LogFile
  /** All of the file, a torn tail too; null when it is missing or the disk does not give it. */
  readonly bytes: Buffer | null
  readonly damage: Damage | null
  /** Whose entries may be lost by the damage; null when nobody can know, and it may be anybody's. */
  readonly concerned: readonly string[] | null
}

/**
 * Reads the write-ahead log after a stop of any kind. Bytes that were never on disk for certain and cannot be
 * read are a torn tail: kept aside, reported, left out. Bytes that certainly were on disk and cannot be read
 * are damage: when only a payload, of its document alone, found when that is read; when the next entry cannot
 * be found either, of every document with entries in the file, for nobody can know whose the rest was.
 */
export async function recoverLogs(
  fileSystem: FileSystem,
  folder: string,
  documentIds: () => Promise<readonly string[]>,
  report: ReportStorageEvent,
): Promise<RecoveredLogs> {
  const logs: LogFile[] = []
  const lost = new Map<string, Damage>()
  const numbers = await logNumbers(fileSystem, folder)
  for (const number of numbers) {
    const { log, bytes, damage, concerned } = await readLog(fileSystem, folder, number, report)
    if (damage) {
      log.stays = true
      log.isDamaged = true
      for (const id of concerned ?? [...(await documentIds()), ...log.documents]) lost.set(id, damage)
    } else if (bytes !== null && log.sizeBytes < bytes.length) {
      await keepTail(fileSystem, log, bytes, report)
    }
    logs.push(log)
  }
  return { logs, lost, nextNumber: (numbers.at(-1) ?? 0) + 1 }
}

/**
 * Reads one file. Its companion first: what that promises was in the file by then, also when somebody is writing
 * to both.
 */
export async function readLog(
  fileSystem: FileSystem,
  folder: string,
  number: number,
  report: ReportStorageEvent,
): Promise<ReadLog> {
  const log = new LogFile(fileSystem, folder, number, 0)
  log.isSecure = false
  const promised = await unlessUnreadable(readLogPromise(fileSystem, log, report))
  const bytes = await unlessUnreadable(readWhole(fileSystem, log.path))
  // A disk with a bad place gives nothing however often it is asked, and must not keep the others closed too.
  const scan: Scan =
    bytes === 'unreadable'
      ? { entries: [], end: 0, damage: { byte: 0, reason: 'unreadable' } }
      : scanLog(log, bytes, promised === 'unreadable' ? null : promised, report)
  for (const { id, at } of scan.entries) log.note(id, at)
  log.sizeBytes = scan.end
  const whose = promised === 'unreadable' || !promised?.complete ? null : [...promised.documents]
  return {
    log,
    bytes: bytes === 'unreadable' ? null : bytes,
    damage: scan.damage && damageOf(log, scan.damage, promised === 'unreadable'),
    concerned: scan.damage ? whose && [...new Set([...whose, ...log.documents])] : [],
  }
}

/** What a torn end is cannot be told from damage when the companion that promises does not come from the disk. */
function damageOf(
  log: LogFile,
  damage: Pick<Damage, 'byte' | 'reason'>,
  isPromiseUnreadable: boolean,
): Damage {
  return isPromiseUnreadable
    ? { file: log.promisePath, byte: 0, reason: 'unreadable' }
    : { file: log.path, ...damage }
}

async function unlessUnreadable<T>(reading: Promise<T>): Promise<T | 'unreadable'> {
  try {
    return await reading
  } catch (fault) {
    if (!isUnreadable(fault)) throw fault
    return 'unreadable'
  }
}

/** The numbers of the files there are, oldest first. */
export async function logNumbers(fileSystem: FileSystem, folder: string): Promise<number[]> {
  const numbers = (await fileSystem.listFolder(folder)).flatMap(name => {
    const number = /^(\d{8})\.(?:log|promise)$/.exec(name)?.[1]
    return number === undefined ? [] : [Number(number)]
  })
  return [...new Set(numbers)].sort((one, other) => one - other)
}

function scanLog(
  log: LogFile,
  bytes: Buffer | null,
  promised: Promised | null,
  report: ReportStorageEvent,
): Scan {
  const entries: { id: string; at: number }[] = []
  if (bytes === null) {
    const wasEmpty = promised?.complete && promised.documents.size === 0
    const damage = wasEmpty ? null : { byte: 0, reason: 'missing' as const }
    return { entries, end: 0, damage }
  }
  const header = checkFileHeader(bytes, 'log')
  if (header === 'newer') throw new DamagedFile(log.path, 'Den är skriven av en nyare version av programmet.')
  // A log's header says nothing that is needed to read on: without it, nobody loses anything.
  if (header === 'unreadable' && bytes.length > fileHeaderBytes) {
    report({ kind: 'healed', id: null, file: log.path, byte: 0 })
  }
  // Without a companion that says otherwise, all of it was there.
  let syncedBytes = promised?.syncedBytes ?? bytes.length
  let at = Math.min(fileHeaderBytes, bytes.length)
  let badPayloadsAt: number[] = []
  let stuck: 'entryHeader' | 'cut' | null = null
  while (at < bytes.length) {
    const entry = readEntry(bytes, at)
    if (entry === null || entry.end > bytes.length) {
      stuck = entry === null ? 'entryHeader' : 'cut'
      break
    }
    // That this entry was written at all shows how much of the log was on disk before it.
    syncedBytes = Math.max(syncedBytes, entry.syncedBytes)
    const sound = readPayload(bytes, entry) !== null
    if (!sound) badPayloadsAt.push(at)
    if (sound && entry.healed) report({ kind: 'healed', id: entry.id, file: log.path, byte: at })
    entries.push({ id: entry.id, at })
    at = entry.end
  }
  if (at < syncedBytes) return { entries, end: at, damage: { byte: at, reason: stuck ?? 'cut' } }
  badPayloadsAt = badPayloadsAt.filter(place => place >= syncedBytes)
  const end = badPayloadsAt[0] ?? at
  return { entries: entries.filter(entry => entry.at < end), end, damage: null }
}

async function keepTail(
  fileSystem: FileSystem,
  log: LogFile,
  bytes: Buffer,
  report: ReportStorageEvent,
): Promise<void> {
  try {
    await setTailAside(fileSystem, log.path, log.sizeBytes, bytes.subarray(log.sizeBytes), report)
    await withFile(fileSystem, log.path, 'r+', async file => {
      await fileSystem.truncate(file, log.sizeBytes)
      await fileSystem.syncData(file)
    })
  } catch (fault) {
    // The log itself keeps the tail until it can be set aside and cut off, at a later start.
    log.stays = true
    report({ kind: 'diskFault', during: `cutting the tail of ${log.path}`, fault })
  }
}

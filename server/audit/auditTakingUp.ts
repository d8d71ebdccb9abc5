import { basename, dirname } from 'node:path'
import type { FileSystem } from '../storage/FileSystem.ts'
import { setTailAside } from '../storage/setAside.ts'
import { readInto, withFile, writeAll } from '../storage/wholeFile.ts'
import { AuditFile } from './AuditFile.ts'
import type { AuditIndex } from './AuditIndex.ts'
import type { AuditOptions } from './AuditLog.ts'
import type { AuditDamage } from './auditDamage.ts'
import { type AuditHead, writeHead } from './auditHead.ts'
import { type ScannedFile, scanAudit, type TornTail } from './auditScan.ts'

/** The log as it is taken up at a start. */
export interface TakenUp {
  /** Every file of it, in order. */
  readonly paths: string[]
  /** The one to go on in; null when the next entry begins a new one. */
  readonly file: AuditFile | null
  readonly last: AuditHead
  readonly nextNumber: number
  readonly headOnDisk: number
  /** What is wrong and no entry tells of yet. */
  readonly damages: readonly AuditDamage[]
}

/** Checks the log, fills `index`, says what is wrong, and makes sure that what it goes on from is on disk. */
export async function takeUp(options: AuditOptions, index: AuditIndex): Promise<TakenUp> {
  const { fileSystem, folder, log } = options
  await fileSystem.makeFolder(folder)
  await fileSystem.syncFolder(dirname(folder))
  const told = new Set<string>()
  const scan = await scanAudit(fileSystem, folder, (entry, file, end) => {
    index.beginFile(file)
    index.add(entry, end)
    if (entry.act === 'logBroken') told.add(keyOf(entry.details))
  })
  if (scan.files.length > 0) index.beginFile(scan.files.length - 1)
  for (const damage of scan.damages) log({ kind: 'auditDamaged', damage })
  if (scan.torn) await setTornAside(options, scan.torn)
  const lastFile = scan.files.at(-1)
  const sound = lastFile && !lastFile.isDamaged ? lastFile : null
  if (sound) await writeAgain(fileSystem, sound)
  const damages = scan.damages.filter(damage => !told.has(keyOf(detailsOf(damage))))
  let headOnDisk = scan.head.number
  // What is damaged gets a new head with the entry that says so.
  if (damages.length === 0 && (scan.last.number > headOnDisk || scan.files.length === 0)) {
    await writeHead(fileSystem, folder, scan.last)
    headOnDisk = scan.last.number
  }
  return {
    paths: scan.files.map(({ path }) => path),
    file: sound && (await AuditFile.goOn(fileSystem, sound.path, sound.goodEnd, sound.entries)),
    last: scan.last,
    nextNumber: scan.nextNumber,
    headOnDisk,
    damages,
  }
}

/** The entry that tells of a damage says these of it. */
export function detailsOf({ file, number, reason }: AuditDamage): Readonly<Record<string, string>> {
  return { reason, number: String(number), file: basename(file) }
}

/** A damage that has been told of is not told of again, also where the entry that told of it has changed the file to name. */
function keyOf({ reason, number }: Readonly<Record<string, string>>): string {
  return `${reason} ${number}`
}

/** What a stop left half written was never acknowledged: it is kept beside the file, and cut off. */
async function setTornAside({ fileSystem, log }: AuditOptions, { file, byte }: TornTail): Promise<void> {
  await withFile(fileSystem, file, 'r+', async number => {
    const tail = Buffer.alloc((await fileSystem.sizeBytes(number)) - byte)
    await readInto(fileSystem, number, tail, byte)
    await setTailAside(fileSystem, file, byte, tail, log)
    await fileSystem.truncate(number, byte)
    await fileSystem.syncData(number)
  })
}

/**
 * Makes sure that what was found beyond the head record is on disk before anything is built upon it. It is written
 * again: after a sync that failed, syncing the same once more does nothing on Linux.
 */
async function writeAgain(fileSystem: FileSystem, { path, knownEnd, goodEnd }: ScannedFile): Promise<void> {
  if (goodEnd <= knownEnd) return
  await withFile(fileSystem, path, 'r+', async file => {
    const bytes = Buffer.alloc(goodEnd - knownEnd)
    await readInto(fileSystem, file, bytes, knownEnd)
    await writeAll(fileSystem, file, bytes, knownEnd)
    await fileSystem.syncData(file)
  })
}

import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { headName } from '../audit/auditHead.ts'
import { auditFolderName } from '../audit/auditScan.ts'
import { noticesName } from '../notice/NoticeFiles.ts'
import { DamagedDocument } from '../storage/damage.ts'
import { isUnreadable } from '../storage/diskFault.ts'
import { attachmentsName, createFolder } from '../storage/documentFolder.ts'
import type { FileSystem } from '../storage/FileSystem.ts'
import { type StillDocument, StillFolder } from '../storage/stillFolder.ts'
import { folderNames, readWhole, writeNew } from '../storage/wholeFile.ts'
import { checkFolder, type FolderCheck, isRecord } from './checkFolder.ts'
import { manifestName, writeManifest } from './manifest.ts'
import { areGravesAhead, gravesName } from './records.ts'
import { CommandRefused } from './run.ts'

export interface CopyOptions {
  /** When the copy is made, for its manifest; null for a copy that is to be used and changed. */
  readonly madeAt: string | null
}

/**
 * Copies a data folder, or a backup, to a folder that is not there or is empty, and gives what a check says of the
 * copy. The program may be using the one that is copied: what was acknowledged before is in the copy.
 *
 * In the copy every sound document is at rest in its folder, whole without the write-ahead log. A damaged one is
 * copied byte by byte, with the logs that its updates may be in, so that nothing is lost that could be mended.
 * Of each document its text is read first, then its records, then its attachments: what is read later can only
 * know more, so that no text comes without the owners of its client ids or without its pictures. (The same as a
 * stop of the program at that moment would have left, and no worse.)
 *
 * The copy is written under another name, synced, checked and then renamed. Throws `CommandRefused`, and what the
 * disk says; nothing is then left of it.
 */
export async function copyFolder(
  fileSystem: FileSystem,
  from: string,
  to: string,
  options: CopyOptions,
): Promise<FolderCheck> {
  if (`${to}/`.startsWith(`${from}/`) || `${from}/`.startsWith(`${to}/`)) {
    throw new CommandRefused(`${to} och ${from} ligger i varandra. Välj en annan mapp.`)
  }
  if (((await folderNames(fileSystem, to)) ?? []).length > 0) {
    throw new CommandRefused(`${to} är inte tom. Välj en mapp som inte finns, eller som är tom.`)
  }
  const still = await StillFolder.open(fileSystem, from)
  if (still === null) throw new CommandRefused(`${from} är ingen datamapp: där finns ingen mapp documents.`)
  const unfinished = join(dirname(to), `.new-${basename(to)}`)
  await fileSystem.removeFolder(unfinished)
  try {
    const written = await copyAll(still, unfinished, options)
    await requireSame(fileSystem, unfinished, written)
    await fileSystem.rename(unfinished, to)
  } catch (fault) {
    await fileSystem.removeFolder(unfinished)
    throw fault
  }
  await fileSystem.syncFolder(dirname(to))
  return await checkFolder(fileSystem, to)
}

/** Reads the copy and compares it with what was to be written. */
async function requireSame(
  fileSystem: FileSystem,
  copy: string,
  written: ReadonlyMap<string, string>,
): Promise<void> {
  const still = await StillFolder.open(fileSystem, copy)
  for (const [id, digest] of written) {
    const read = await still?.read(id, () => {})
    if (!read || digestOf(read) !== digest) {
      throw new CommandRefused(`Kopian av ansökan ${id} blev inte som den skulle. Kopian har tagits bort.`)
    }
  }
}

/** Gives the sound documents, and a digest of what was read of each. */
async function copyAll(
  still: StillFolder,
  to: string,
  { madeAt }: CopyOptions,
): Promise<ReadonlyMap<string, string>> {
  const { fileSystem } = still
  const documents = join(to, 'documents')
  const log = join(to, 'wal')
  for (const folder of [documents, log]) await fileSystem.makeFolder(folder)
  const written = new Map<string, string>()
  for (const id of still.ids) {
    const text = await copyDocument(still, id, documents)
    if (text) written.set(id, digestOf(text))
  }
  for (const { log: file, damage } of still.logs) {
    if (damage === null && file.documents.every(id => written.has(id))) continue
    for (const path of [file.path, file.promisePath]) await copyFile(fileSystem, path, log)
  }
  for (const name of (await fileSystem.listFolder(still.root)).filter(isRecord)) {
    if (name !== manifestName) await copyFile(fileSystem, join(still.root, name), to)
  }
  await copyNotices(still, join(to, noticesName))
  await copyAuditLog(still, join(to, auditFolderName))
  if (madeAt !== null) await writeManifest(fileSystem, to, madeAt)
  for (const folder of [log, documents, to]) await fileSystem.syncFolder(folder)
  return written
}

async function copyNotices({ fileSystem, root }: StillFolder, to: string): Promise<void> {
  const from = join(root, noticesName)
  const names = await folderNames(fileSystem, from)
  if (names === null) return
  await fileSystem.makeFolder(to)
  for (const name of names.filter(isRecord)) await copyFile(fileSystem, join(from, name), to)
  await fileSystem.syncFolder(to)
}

/** The head record first: what is written meanwhile makes the log longer than it says, never shorter. */
async function copyAuditLog({ fileSystem, root }: StillFolder, to: string): Promise<void> {
  const from = join(root, auditFolderName)
  if ((await folderNames(fileSystem, from)) === null) return
  await fileSystem.makeFolder(to)
  await copyFile(fileSystem, join(from, headName), to)
  for (const name of await fileSystem.listFolder(from)) {
    if (name !== headName && !name.endsWith('.new')) await copyFile(fileSystem, join(from, name), to)
  }
  await fileSystem.syncFolder(to)
}

/** Null when its text is damaged, and was copied as it is. */
async function copyDocument(
  still: StillFolder,
  id: string,
  documents: string,
): Promise<StillDocument | null> {
  const { fileSystem } = still
  const from = still.folderOf(id)
  let text: StillDocument
  try {
    text = await still.read(id, () => {})
  } catch (fault) {
    if (!(fault instanceof DamagedDocument)) throw fault
    await copyAsItIs(still, id, join(documents, id))
    return null
  }
  const sequence = text.snapshotSequence + text.updates.length
  await createFolder(fileSystem, documents, { id, path: join(documents, id) }, text, async path => {
    for (const name of (await fileSystem.listFolder(from.path)).filter(isRecord)) {
      await copyFile(fileSystem, join(from.path, name), path)
    }
    // The program may have written them since we read the text, for a later one.
    if (await areGravesAhead(fileSystem, path, sequence)) await fileSystem.unlink(join(path, gravesName))
    await copyAttachments(still, id, path)
  })
  return text
}

async function copyAsItIs(still: StillFolder, id: string, to: string): Promise<void> {
  const { fileSystem } = still
  const from = still.folderOf(id).path
  await fileSystem.makeFolder(join(to, attachmentsName))
  for (const name of (await folderNames(fileSystem, from)) ?? []) {
    if (name !== attachmentsName) await copyFile(fileSystem, join(from, name), to)
  }
  await copyAttachments(still, id, to)
  await fileSystem.syncFolder(join(to, attachmentsName))
  await fileSystem.syncFolder(to)
}

/** Copies a document's attachments to the folder of the document at `to`. */
export async function copyAttachments(still: StillFolder, id: string, to: string): Promise<void> {
  const from = join(still.folderOf(id).path, attachmentsName)
  for (const name of await still.attachments(id)) {
    if (!name.endsWith('.new')) await copyFile(still.fileSystem, join(from, name), join(to, attachmentsName))
  }
}

/** Copies a file that may be gone by now, or that the disk does not give back any more: then there is no copy. */
export async function copyFile(fileSystem: FileSystem, path: string, folder: string): Promise<void> {
  try {
    const bytes = await readWhole(fileSystem, path)
    if (bytes !== null) await writeNew(fileSystem, join(folder, basename(path)), bytes)
  } catch (fault) {
    // The check of the copy misses it and says so.
    if (!isUnreadable(fault)) throw fault
  }
}

function digestOf({ snapshot, snapshotSequence, updates }: StillDocument): string {
  const hash = createHash('sha256').update(String(snapshotSequence))
  for (const bytes of [snapshot, ...updates]) hash.update(`\n${bytes.length}\n`).update(bytes)
  return hash.digest('hex')
}

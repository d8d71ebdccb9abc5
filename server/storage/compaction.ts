import { dirname, join } from 'node:path'
import { DamagedDocument, type DamageReason } from './damage.ts'
import {
  type DocumentFolder,
  type FolderContents,
  type FolderState,
  promiseFolder,
  readSingleEntry,
  readUpdates,
  singleEntryFile,
  snapshotName,
  updatesFile,
  updatesName,
} from './documentFolder.ts'
import type { FileSystem } from './FileSystem.ts'
import type { ReportStorageEvent } from './storageEvent.ts'
import { readWhole, replaceFile, writeNew } from './wholeFile.ts'

/** A snapshot that is to take the place of the updates it covers. */
export interface NewSnapshot {
  readonly snapshot: Uint8Array
  /** Sequence number of the last update that is in it. */
  readonly throughSequence: number
}

/**
 * Reads a snapshot's file from the disk, in a heap of its own, and says whether it holds all of `covered`, and
 * nothing that is neither in these nor in `later`. The first of `covered` is the snapshot that it replaces.
 */
export type VerifySnapshot = (
  file: string,
  covered: readonly Uint8Array[],
  later: readonly Uint8Array[],
) => Promise<boolean>

const dayMs = 24 * 3_600_000
const keptDays = 7
const keptPattern = /^(?:snapshot-(\d{4}-\d\d-\d\d)\.bin|updates-(\d{4}-\d\d-\d\d)\.log)$/

/** Writes the file beside the one that it is to replace, and gives its path. Nobody reads it yet. */
export async function prepareSnapshot(
  fileSystem: FileSystem,
  { id, path }: DocumentFolder,
  { snapshot, throughSequence }: NewSnapshot,
): Promise<string> {
  const prepared = join(path, `${snapshotName}.new`)
  await writeNew(fileSystem, prepared, singleEntryFile('snapshot', id, throughSequence, snapshot))
  return prepared
}

/**
 * Puts a prepared snapshot in place of everything that it covers. Each step leaves a folder that loads to the
 * same: the new snapshot makes the entries it covers moot before they are left out. After a rejection the folder
 * must be read anew.
 */
export async function replaceSnapshot(
  fileSystem: FileSystem,
  folder: DocumentFolder,
  { state, updates }: FolderContents,
  prepared: string,
  throughSequence: number,
): Promise<FolderState> {
  const { id, path } = folder
  await fileSystem.rename(prepared, join(path, snapshotName))
  await fileSystem.syncFolder(dirname(prepared))
  const sequence = Math.max(state.sequence, throughSequence)
  const kept = updates.slice(1 + throughSequence - state.snapshotSequence)
  const log = updatesFile(id, throughSequence, kept)
  await replaceFile(fileSystem, join(path, updatesName), log)
  const compacted = { ...state, snapshotSequence: throughSequence, sequence, logBytes: log.length }
  return await promiseFolder(fileSystem, folder, compacted)
}

/**
 * Keeps the document as it is, its snapshot and every update since, in two dated files beside, unless that has been
 * done today. The snapshot's comes last: where it is, both are.
 */
export async function keepOldSnapshot(
  fileSystem: FileSystem,
  { id, path }: DocumentFolder,
  snapshotSequence: number,
  [snapshot, ...updates]: readonly Uint8Array[],
  now: number,
): Promise<void> {
  const names = keptNames(dayOf(now))
  if (!snapshot || (await fileSystem.listFolder(path)).includes(names.snapshot)) return
  await replaceFile(fileSystem, join(path, names.updates), updatesFile(id, snapshotSequence, updates))
  const bytes = singleEntryFile('snapshot', id, snapshotSequence, snapshot)
  await replaceFile(fileSystem, join(path, names.snapshot), bytes)
}

/** Removes what has been kept for more than seven days. */
export async function removeOldSnapshots(fileSystem: FileSystem, path: string, now: number): Promise<void> {
  const oldest = dayOf(now - keptDays * dayMs)
  const old = (await fileSystem.listFolder(path)).filter(name => (keptDay(name) ?? oldest) < oldest)
  for (const name of old) await fileSystem.unlink(join(path, name))
}

/** Reads everything that is kept of how the document was, to check it. Throws `DamagedDocument`. */
export async function readOldSnapshots(
  fileSystem: FileSystem,
  folder: DocumentFolder,
  report: ReportStorageEvent,
): Promise<void> {
  for (const name of await fileSystem.listFolder(folder.path)) {
    const day = keptDay(name)
    if (day === null || !name.startsWith('snapshot')) continue
    const updates = keptNames(day).updates
    const snapshot = await readSingleEntry(fileSystem, folder, 'snapshot', name, report)
    const log = await readWhole(fileSystem, join(folder.path, updates))
    const damaged = (byte: number, reason: DamageReason) =>
      new DamagedDocument(folder.id, { file: join(folder.path, updates), byte, reason })
    if (log === null) throw damaged(0, 'missing')
    const { end } = readUpdates(folder, updates, log, snapshot?.entry.sequence ?? 0, 0, report)
    if (end < log.length) throw damaged(end, 'payload')
  }
}

function keptNames(day: string): { readonly snapshot: string; readonly updates: string } {
  return { snapshot: `snapshot-${day}.bin`, updates: `updates-${day}.log` }
}

/** The day in the name of such a file; null for others. */
function keptDay(name: string): string | null {
  const found = keptPattern.exec(name)
  return found?.[1] ?? found?.[2] ?? null
}

/** The day in UTC, as in `2026-11-22`. */
function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

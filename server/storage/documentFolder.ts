import { join } from 'node:path'
import { DamagedDocument, type DamageReason } from './damage.ts'
import type { FileSystem } from './FileSystem.ts'
import {
  checkFileHeader,
  type Entry,
  entryOf,
  fileHeader,
  fileHeaderBytes,
  readEntry,
  readPayload,
} from './record.ts'
import { UnknownDocument } from './Storage.ts'
import { setTailAside } from './setAside.ts'
import type { ReportStorageEvent } from './storageEvent.ts'
import { folderNames, readWhole, replaceFile, withFile, writeAll, writeNew } from './wholeFile.ts'

/**
 * A document at rest. `snapshot.bin` reaches through a sequence number; `updates.log` has those after it;
 * `promise.bin` says how far the two must reach together, so that a log that has lost its end is told from one
 * that never got it. What is in the log beyond the promise is in the write-ahead log too.
 */
export interface DocumentFolder {
  readonly id: string
  readonly path: string
}

/** How far a folder reaches. */
export interface FolderState {
  /** Sequence number that the snapshot reaches through. */
  readonly snapshotSequence: number
  /** Sequence number of the last update in the folder. */
  readonly sequence: number
  /** The part of `sequence` that is promised, and so certainly on disk. */
  readonly promisedSequence: number
  /** Size of `updates.log` without a torn tail. */
  readonly logBytes: number
}

export interface FolderContents {
  readonly state: FolderState
  /** The snapshot, then the updates after it. */
  readonly updates: Uint8Array[]
  /** The end of `updates.log` that a stopped program left half written; empty when there is none. */
  readonly tornTail: Uint8Array
}

export const snapshotName = 'snapshot.bin'
export const updatesName = 'updates.log'
const promiseName = 'promise.bin'
export const attachmentsName = 'attachments'

const nothing = new Uint8Array(0)

/** What a new folder begins with. */
export interface FolderBeginning {
  readonly snapshot: Uint8Array
  /** Sequence number that the snapshot reaches through. */
  readonly snapshotSequence: number
  /** The updates after it, in order. */
  readonly updates: readonly Uint8Array[]
}

/**
 * Makes a folder, with the files that `fill` puts in it by the path it is given. On disk when resolved; before
 * that nobody sees it, so it is there wholly or not at all.
 */
export async function createFolder(
  fileSystem: FileSystem,
  documentsPath: string,
  { id, path }: DocumentFolder,
  { snapshot, snapshotSequence, updates }: FolderBeginning,
  fill: (path: string) => Promise<void> = async () => {},
): Promise<FolderState> {
  const unfinished = join(documentsPath, `.new-${id}`)
  const sequence = snapshotSequence + updates.length
  const log = updatesFile(id, snapshotSequence, updates)
  const write = async (name: string, bytes: Uint8Array) =>
    await writeNew(fileSystem, join(unfinished, name), bytes)
  await fileSystem.removeFolder(unfinished)
  await fileSystem.makeFolder(join(unfinished, attachmentsName))
  await write(snapshotName, singleEntryFile('snapshot', id, snapshotSequence, snapshot))
  await write(updatesName, log)
  await write(promiseName, singleEntryFile('promise', id, sequence, nothing))
  await fill(unfinished)
  await fileSystem.syncFolder(join(unfinished, attachmentsName))
  await fileSystem.syncFolder(unfinished)
  await fileSystem.rename(unfinished, path)
  await fileSystem.syncFolder(documentsPath)
  return { snapshotSequence, sequence, promisedSequence: sequence, logBytes: log.length }
}

/** Reads and checks everything in a folder. Throws `UnknownDocument` and `DamagedDocument`; changes nothing. */
export async function readFolder(
  fileSystem: FileSystem,
  folder: DocumentFolder,
  report: ReportStorageEvent,
): Promise<FolderContents> {
  if ((await folderNames(fileSystem, folder.path)) === null) throw new UnknownDocument(folder.id)
  const snapshot = await readSingleEntry(fileSystem, folder, 'snapshot', snapshotName, report)
  if (snapshot === null) throw damaged(folder, snapshotName, 0, 'missing')
  // Without a promise the folder is taken as it is: how whoever runs the program says "open what there is".
  const promise = await readSingleEntry(fileSystem, folder, 'promise', promiseName, report)
  const log = await readWhole(fileSystem, join(folder.path, updatesName))
  if (log === null) throw damaged(folder, updatesName, 0, 'missing')
  const promisedSequence = promise?.entry.sequence ?? 0
  const read = readUpdates(folder, updatesName, log, snapshot.entry.sequence, promisedSequence, report)
  return {
    state: {
      snapshotSequence: snapshot.entry.sequence,
      sequence: read.sequence,
      promisedSequence,
      logBytes: read.end,
    },
    updates: [snapshot.payload, ...read.updates],
    tornTail: log.subarray(read.end),
  }
}

/**
 * Adds entries (their bytes, in order, after `state.sequence`) that reach through `sequence`. On disk when
 * resolved, but not promised. After a rejection the folder is as `state` says: what was half written is written
 * over the next time.
 */
export async function appendToFolder(
  fileSystem: FileSystem,
  folder: DocumentFolder,
  state: FolderState,
  entries: Buffer,
  sequence: number,
): Promise<FolderState> {
  const path = join(folder.path, updatesName)
  if (state.sequence > state.promisedSequence) {
    // Written by a program that stopped before it knew they were on disk. Only a new file is sure to get there,
    // and unlike a shortened one it never has less than a promise that was under way.
    const log = (await readWhole(fileSystem, path))?.subarray(0, state.logBytes)
    if (log?.length !== state.logBytes) throw damaged(folder, updatesName, log?.length ?? 0, 'cut')
    await replaceFile(fileSystem, path, Buffer.concat([log, entries]))
  } else {
    await withFile(fileSystem, path, 'r+', async file => {
      const sizeBytes = await fileSystem.sizeBytes(file)
      if (sizeBytes < state.logBytes) throw damaged(folder, updatesName, sizeBytes, 'cut')
      if (sizeBytes > state.logBytes) await fileSystem.truncate(file, state.logBytes)
      await writeAll(fileSystem, file, entries, state.logBytes)
      await fileSystem.syncData(file)
    })
  }
  return { ...state, sequence, logBytes: state.logBytes + entries.length }
}

/** Promises what the folder holds. When resolved the same entries are not needed anywhere else. */
export async function promiseFolder(
  fileSystem: FileSystem,
  { id, path }: DocumentFolder,
  state: FolderState,
): Promise<FolderState> {
  const bytes = singleEntryFile('promise', id, state.sequence, nothing)
  await replaceFile(fileSystem, join(path, promiseName), bytes)
  return { ...state, promisedSequence: state.sequence }
}

/** Cuts a torn tail off `updates.log`, after it has been set aside and reported. */
export async function cutTornTail(
  fileSystem: FileSystem,
  folder: DocumentFolder,
  { state, tornTail }: FolderContents,
  report: ReportStorageEvent,
): Promise<void> {
  const path = join(folder.path, updatesName)
  await setTailAside(fileSystem, path, state.logBytes, tornTail, report)
  await withFile(fileSystem, path, 'r+', file => fileSystem.truncate(file, state.logBytes))
}

/** An `updates.log` with the updates after `afterSequence`. */
export function updatesFile(id: string, afterSequence: number, updates: readonly Uint8Array[]): Buffer {
  const entries = updates.map((payload, index) =>
    entryOf({ id, sequence: afterSequence + 1 + index, syncedBytes: 0, payload }),
  )
  return Buffer.concat([fileHeader('updates'), ...entries])
}

export function singleEntryFile(
  kind: 'promise' | 'snapshot',
  id: string,
  sequence: number,
  payload: Uint8Array,
): Buffer {
  return Buffer.concat([fileHeader(kind), entryOf({ id, sequence, syncedBytes: 0, payload })])
}

/** A file of one entry; null when there is none. Throws `DamagedDocument`. */
export async function readSingleEntry(
  fileSystem: FileSystem,
  folder: DocumentFolder,
  kind: 'promise' | 'snapshot',
  name: string,
  report: ReportStorageEvent,
): Promise<{ entry: Entry; payload: Uint8Array } | null> {
  const bytes = await readWhole(fileSystem, join(folder.path, name))
  if (bytes === null) return null
  requireHeader(folder, name, bytes, kind)
  const entry = readEntry(bytes, fileHeaderBytes)
  if (entry === null) throw damaged(folder, name, fileHeaderBytes, 'entryHeader')
  const payload = readPayload(bytes, entry)
  if (payload === null) {
    throw damaged(folder, name, entry.payloadAt, entry.end > bytes.length ? 'cut' : 'payload')
  }
  if (entry.id !== folder.id) throw damaged(folder, name, entry.at, 'otherDocument')
  if (entry.end !== bytes.length) throw damaged(folder, name, entry.end, 'entryHeader')
  if (entry.healed) report({ kind: 'healed', id: folder.id, file: join(folder.path, name), byte: entry.at })
  return { entry, payload }
}

/** The updates after `snapshotSequence` in the bytes of an `updates.log`. Throws `DamagedDocument`. */
export function readUpdates(
  folder: DocumentFolder,
  name: string,
  bytes: Buffer,
  snapshotSequence: number,
  promisedSequence: number,
  report: ReportStorageEvent,
): { updates: Uint8Array[]; sequence: number; end: number } {
  requireHeader(folder, name, bytes, 'updates')
  const updates: Uint8Array[] = []
  let sequence = snapshotSequence
  let at = fileHeaderBytes
  while (at < bytes.length) {
    const entry = readEntry(bytes, at)
    const payload = entry && readPayload(bytes, entry)
    if (entry === null || payload === null) {
      // Moot: the snapshot has it, and where the next one begins is known.
      if (entry !== null && entry.sequence <= snapshotSequence && entry.end <= bytes.length) {
        report({ kind: 'healed', id: folder.id, file: join(folder.path, name), byte: at })
        at = entry.end
        continue
      }
      if (sequence >= promisedSequence) break
      if (entry === null) throw damaged(folder, name, at, 'entryHeader')
      throw damaged(folder, name, entry.payloadAt, entry.end > bytes.length ? 'cut' : 'payload')
    }
    if (entry.id !== folder.id) throw damaged(folder, name, at, 'otherDocument')
    if (entry.sequence > snapshotSequence) {
      if (entry.sequence !== sequence + 1) throw damaged(folder, name, at, 'gap')
      sequence = entry.sequence
      updates.push(payload)
    }
    if (entry.healed) report({ kind: 'healed', id: folder.id, file: join(folder.path, name), byte: at })
    at = entry.end
  }
  if (sequence < promisedSequence) throw damaged(folder, name, at, 'cut')
  return { updates, sequence, end: at }
}

function requireHeader(
  folder: DocumentFolder,
  name: string,
  bytes: Buffer,
  kind: 'promise' | 'snapshot' | 'updates',
) {
  const said = checkFileHeader(bytes, kind)
  if (said !== 'sound') throw damaged(folder, name, 0, said === 'newer' ? 'newerFormat' : 'fileHeader')
}

function damaged(folder: DocumentFolder, name: string, byte: number, reason: DamageReason): DamagedDocument {
  return new DamagedDocument(folder.id, { file: join(folder.path, name), byte, reason })
}

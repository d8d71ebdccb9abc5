import type { Damage } from './damage.ts'

/**
 * Where documents are kept: for each a snapshot, the updates since, and its attachments. It knows bytes, never
 * Yjs. One process at a time; whoever implements it passes `test/contract/storageContract.ts`.
 *
 * Traps:
 * - `load` or `create` a document before you `append` to it or `compact` it; otherwise both reject.
 * - `append` resolves when the bytes are on disk, not before. Do not pass on or acknowledge an update until
 *   then. Calls for one document resolve in the order they were made; calls for different documents share a
 *   sync, so never await one before making the next.
 * - A rejected `append` is not kept: the next `load` in this process does not give it. (After a power cut in the
 *   middle of the fault it may turn up all the same. An update that arrives twice must therefore be harmless.)
 *   What was appended to the same document before the rejection was known is rejected with it, so no update is
 *   kept without those before it. Later ones try the disk again.
 * - `compact` drops exactly the updates up to `throughSequence`, whatever has been appended since. The snapshot
 *   must contain all of those; say the sequence number of the last update that is in it (from `load` or
 *   `append`), never a later one. Saying an earlier one is safe: those updates are then kept twice.
 * - The arrays that `load` gives may be views of one buffer. Do not write to them, and do not hold on to one
 *   of them for long: it holds on to all.
 * - A damaged document rejects everything with `DamagedDocument` and is closed alone; nothing of it is
 *   overwritten. It opens again when its files are whole, at the latest when the program is started again.
 * - What the disk refuses is a `DiskFault`. A damaged document is not a fault of the disk: trying again does
 *   not help.
 */
export interface Storage {
  /**
   * Every document there is, sorted by id, with what is known to be wrong with it. Reads none of them: what is
   * damaged and has not been loaded yet is not known to be.
   */
  list(): Promise<StoredDocument[]>
  /**
   * Makes a document, with the files of its records beside it, by their path in its folder. On disk when resolved,
   * and there wholly or not at all after a stop. `DocumentExists` when there is one; then nothing is changed.
   */
  create(id: string, snapshot: Uint8Array, files?: Readonly<Record<string, Uint8Array>>): Promise<void>
  /** Everything kept of a document. Throws `UnknownDocument`, `DamagedDocument`, `DiskFault`. */
  load(id: string): Promise<StoredUpdates>
  /** Keeps an update and gives its sequence number: 1, 2, 3 … in each document, for ever. */
  append(id: string, update: Uint8Array): Promise<number>
  /**
   * Puts a snapshot in place of everything through `throughSequence`, when it has been read again and found to hold
   * the same. Wholly or not at all: a rejection, or a stop at any moment, leaves a document that loads to the same.
   * Throws `SnapshotDiffers` when it does not hold the same: what made it is not to be trusted.
   */
  compact(id: string, snapshot: Uint8Array, throughSequence: number): Promise<void>
  /** Keeps bytes under their SHA-256 (hex, lower case; throws when it is not theirs). Twice is the same as once. */
  putAttachment(id: string, hash: string, bytes: Uint8Array): Promise<void>
  /** Null when there is none. Throws `DamagedDocument` when the bytes are no longer those of the hash. */
  getAttachment(id: string, hash: string): Promise<Uint8Array | null>
  /**
   * Waits for what was asked, brings everything to rest in the documents' folders and lets go. Rejects with
   * `DiskFault` when it could not be brought to rest; it is safe all the same, and the next start does it.
   */
  close(): Promise<void>
}

export interface StoredDocument {
  readonly id: string
  readonly damage: Damage | null
}

export interface StoredUpdates {
  /** The snapshot first, then every update since, in the order they were appended. */
  readonly updates: readonly Uint8Array[]
  /** Sequence number of the last of them: what a snapshot made of them reaches through. */
  readonly sequence: number
}

export class DocumentExists extends Error {
  override readonly name = 'DocumentExists'

  constructor(id: string) {
    super(`There is already a document ${id}.`)
  }
}

export class UnknownDocument extends Error {
  override readonly name = 'UnknownDocument'

  constructor(id: string) {
    super(`There is no document ${id}.`)
  }
}

/** A snapshot was not what it should be, and was not taken. The document on disk is as it was. */
export class SnapshotDiffers extends Error {
  override readonly name = 'SnapshotDiffers'

  constructor(id: string) {
    super(`A snapshot of document ${id} does not hold what the document holds.`)
  }
}

const documentIdPattern = /^[a-z0-9][a-z0-9-]{0,62}$/

/** An id is also the name of a folder: small letters, digits and hyphens, 1–63 of them. */
export function isDocumentId(id: string): boolean {
  return documentIdPattern.test(id)
}

import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { DamagedDocument } from './damage.ts'
import { attachmentsName, type DocumentFolder } from './documentFolder.ts'
import type { FileSystem } from './FileSystem.ts'
import { readWhole, replaceFile } from './wholeFile.ts'

/** Keeps bytes under their hash. A file that is there already and whole is left as it is. */
export async function writeAttachment(
  fileSystem: FileSystem,
  folder: DocumentFolder,
  hash: string,
  bytes: Uint8Array,
): Promise<void> {
  if (hashOf(bytes) !== hash) throw new Error(`The attachment's bytes do not have the hash ${hash}.`)
  const path = join(folder.path, attachmentsName, hash)
  const kept = await readWhole(fileSystem, path)
  // Whoever wrote it may have stopped before its name was on disk.
  if (kept !== null && hashOf(kept) === hash) return await fileSystem.syncFolder(dirname(path))
  // A damaged one is moved out of the way rather than written over; its bytes are those it should have had.
  if (kept !== null) await fileSystem.rename(path, `${path}.damaged`)
  await replaceFile(fileSystem, path, bytes)
}

/** Null when there is none. Throws `DamagedDocument` when the bytes are not those of the hash any more. */
export async function readAttachment(
  fileSystem: FileSystem,
  folder: DocumentFolder,
  hash: string,
): Promise<Uint8Array | null> {
  if (!/^[a-f0-9]{64}$/.test(hash)) return null
  const path = join(folder.path, attachmentsName, hash)
  const bytes = await readWhole(fileSystem, path)
  if (bytes !== null && hashOf(bytes) !== hash) {
    throw new DamagedDocument(folder.id, { file: path, byte: 0, reason: 'payload' })
  }
  return bytes
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

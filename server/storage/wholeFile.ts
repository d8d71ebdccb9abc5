import { dirname } from 'node:path'
import { isMissing } from './diskFault.ts'
import type { FileSystem } from './FileSystem.ts'

/** Opens a file for `work` and closes it whatever happens. */
export async function withFile<T>(
  fileSystem: FileSystem,
  path: string,
  how: Parameters<FileSystem['open']>[1],
  work: (file: number) => Promise<T>,
): Promise<T> {
  const file = await fileSystem.open(path, how)
  try {
    return await work(file)
  } finally {
    await fileSystem.close(file)
  }
}

/** The names in a folder; null when there is none. */
export async function folderNames(fileSystem: FileSystem, path: string): Promise<string[] | null> {
  try {
    return await fileSystem.listFolder(path)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Everything in a file; null when there is none. */
export async function readWhole(fileSystem: FileSystem, path: string): Promise<Buffer | null> {
  try {
    return await withFile(fileSystem, path, 'r', async file => {
      const bytes = Buffer.allocUnsafeSlow(await fileSystem.sizeBytes(file))
      return bytes.subarray(0, await readInto(fileSystem, file, bytes, 0))
    })
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Fills `into` from byte `position`; gives how many bytes there were, fewer only at the end of the file. */
export async function readInto(
  fileSystem: FileSystem,
  file: number,
  into: Buffer,
  position: number,
): Promise<number> {
  let filled = 0
  while (filled < into.length) {
    const count = await fileSystem.read(file, into.subarray(filled), position + filled)
    if (count === 0) break
    filled += count
  }
  return filled
}

/** Writes all of `bytes` at byte `position`, also where the disk takes them a piece at a time. */
export async function writeAll(
  fileSystem: FileSystem,
  file: number,
  bytes: Uint8Array,
  position: number,
): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    written += await fileSystem.write(file, bytes.subarray(written), position + written)
  }
}

/** Writes a file that nobody reads yet. Its bytes are on disk when resolved, its name is not. */
export async function writeNew(fileSystem: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  await withFile(fileSystem, path, 'w', async file => {
    await writeAll(fileSystem, file, bytes, 0)
    await fileSystem.syncData(file)
  })
}

/**
 * Puts `bytes` in place of a file, or makes it: whoever reads it, now or after a stop at any moment, finds the
 * old file or the new one. On disk when resolved; after a rejection it may be either.
 */
export async function replaceFile(fileSystem: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.new`
  await writeNew(fileSystem, unfinished, bytes)
  await fileSystem.rename(unfinished, path)
  await fileSystem.syncFolder(dirname(path))
}

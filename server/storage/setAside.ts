import { crc32 } from 'node:zlib'
import type { FileSystem } from './FileSystem.ts'
import type { ReportStorageEvent } from './storageEvent.ts'
import { replaceFile } from './wholeFile.ts'

/**
 * Keeps the end of `file` from byte `byte` on, in a file beside it, before it is cut off, and says so. The same
 * bytes from the same place give the same file, so doing it again does no harm.
 */
export async function setTailAside(
  fileSystem: FileSystem,
  file: string,
  byte: number,
  tail: Uint8Array,
  report: ReportStorageEvent,
): Promise<void> {
  const keptIn = `${file}.torn-at-${byte}-${crc32(tail).toString(16)}`
  await replaceFile(fileSystem, keptIn, tail)
  report({ kind: 'tailCut', file, byte, sizeBytes: tail.length, keptIn })
}

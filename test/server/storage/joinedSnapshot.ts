import type { VerifySnapshot } from '../../../server/storage/compaction.ts'
import type { FileSystem } from '../../../server/storage/FileSystem.ts'
import { fileHeaderBytes, readEntry, readPayload } from '../../../server/storage/record.ts'
import { readWhole } from '../../../server/storage/wholeFile.ts'

/** For tests whose updates are words: a snapshot is sound when it is they, one after the other. */
export function joinedSnapshot(fileSystem: FileSystem): VerifySnapshot {
  return async (file, covered, later) => {
    const bytes = await readWhole(fileSystem, file)
    const entry = bytes && readEntry(bytes, fileHeaderBytes)
    const payload = bytes && entry && readPayload(bytes, entry)
    if (!payload) return false
    return (
      later.some((_, index) => isJoined(payload, [...covered, ...later.slice(0, index + 1)])) ||
      isJoined(payload, covered)
    )
  }
}

function isJoined(payload: Uint8Array, updates: readonly Uint8Array[]): boolean {
  return Buffer.concat(updates).equals(payload)
}

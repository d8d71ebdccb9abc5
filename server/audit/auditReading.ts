import type { FileSystem } from '../storage/FileSystem.ts'
import { readInto, withFile } from '../storage/wholeFile.ts'
import type { EntryPlace } from './AuditIndex.ts'
import type { AuditDamage } from './auditDamage.ts'
import { lineMaxBytes, readAuditLine, type StoredEntry } from './auditLine.ts'

/**
 * Reads the entries at these places, which are in falling order, and checks the hash of each. One that is no longer
 * as it was written is left out and told to `damaged`. Throws what the disk says.
 */
export async function readEntries(
  fileSystem: FileSystem,
  paths: readonly string[],
  places: readonly EntryPlace[],
  damaged: (damage: AuditDamage) => void,
): Promise<StoredEntry[]> {
  const entries: StoredEntry[] = []
  for (let from = 0; from < places.length; ) {
    const file = places[from]?.file ?? 0
    const next = places.findIndex((place, at) => at > from && place.file !== file)
    const inFile = places.slice(from, next === -1 ? places.length : next)
    from += inFile.length
    const path = paths[file] ?? ''
    for (const { place, read } of await readLines(fileSystem, path, inFile)) {
      if (read?.entry.number === place.number) entries.push(read.entry)
      else damaged({ file: path, number: place.number, reason: 'changed' })
    }
  }
  return entries
}

interface ReadPlace {
  readonly place: EntryPlace
  readonly read: ReturnType<typeof readAuditLine>
}

/** Reads a part of the file that ends with the entry, so that those before it are mostly there already. */
async function readLines(
  fileSystem: FileSystem,
  path: string,
  places: readonly EntryPlace[],
): Promise<ReadPlace[]> {
  return await withFile(fileSystem, path, 'r', async file => {
    const room = Buffer.allocUnsafe(lineMaxBytes)
    let window = room.subarray(0, 0)
    let windowAt = 0
    const lines: ReadPlace[] = []
    for (const place of places) {
      const end = place.end - 1
      let start = startOf(window, windowAt, end)
      if (start === null) {
        windowAt = Math.max(0, place.end - lineMaxBytes)
        const part = room.subarray(0, place.end - windowAt)
        window = part.subarray(0, await readInto(fileSystem, file, part, windowAt))
        start = startOf(window, windowAt, end)
      }
      const read = start === null ? null : readAuditLine(window.subarray(start, end - windowAt))
      lines.push({ place, read })
    }
    return lines
  })
}

/** Where in `window` the line begins that ends before byte `end` of the file; null when it is not whole in there. */
function startOf(window: Buffer, windowAt: number, end: number): number | null {
  const to = end - windowAt
  if (to <= 0 || to > window.length) return null
  const before = window.lastIndexOf(10, to - 1)
  return before === -1 && windowAt > 0 ? null : before + 1
}

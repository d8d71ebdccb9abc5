import { onDisk } from '../storage/diskFault.ts'
import type { FileSystem } from '../storage/FileSystem.ts'
import { nodeFileSystem } from '../storage/nodeFileSystem.ts'
import { readWhole, replaceFile } from '../storage/wholeFile.ts'
import { type GravesRecord, gravesSchema } from '../sync/guard/gravesRecord.ts'

/** What has been deleted of late in one document, beside its snapshot: `documents/‹id›/graves.json`. */
export interface KeptGraves {
  /** Null when there is nothing that can be read. Throws `DiskFault`. */
  read(): Promise<GravesRecord | null>
  /** On disk when resolved, whole or not at all. Throws `DiskFault`. */
  write(record: GravesRecord): Promise<void>
}

export function keptGraves(path: string, fileSystem: FileSystem = nodeFileSystem): KeptGraves {
  return {
    read: async () => {
      const bytes = await onDisk(() => readWhole(fileSystem, path))
      return bytes === null ? null : parse(bytes)
    },
    write: async record => {
      await onDisk(() => replaceFile(fileSystem, path, Buffer.from(JSON.stringify(record))))
    },
  }
}

function parse(bytes: Buffer): GravesRecord | null {
  try {
    return gravesSchema.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    // It only tells where late words belong. A document whose text is whole is not closed for that.
    return null
  }
}

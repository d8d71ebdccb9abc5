import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { onDisk } from './diskFault.ts'
import type { FileSystem } from './FileSystem.ts'
import { type Holder, lockFolder } from './folderLock.ts'
import { nodeFileSystem } from './nodeFileSystem.ts'

/** The one folder that holds all data, locked for this process. Must be on a disk of this machine. */
export interface DataFolder {
  readonly fileSystem: FileSystem
  /** Folder of the write-ahead log. */
  readonly log: string
  /** Folder of the documents' folders. */
  readonly documents: string
  /** Folder of one document. `id` is one that `isDocumentId`. */
  readonly documentFolder: (id: string) => string
  /** Path of a file of the whole program, e.g. `sessions.json`. */
  readonly file: (name: string) => string
  /** Lets another process have it. */
  release(): Promise<void>
}

/** Another process has the data folder. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse'

  constructor(path: string, holder: Holder) {
    super(
      `Datamappen ${path} används redan av ${describeHolder(holder)}. ` +
        'Stoppa det programmet först, eller välj en annan mapp med DATA_DIR.',
    )
  }
}

/** Makes the folder if it is not there and takes it for this process. Throws `DataFolderInUse`, `DiskFault`. */
export async function openDataFolder(
  path: string,
  fileSystem: FileSystem = nodeFileSystem,
): Promise<DataFolder> {
  return await onDisk(async () => {
    await fileSystem.makeFolder(path)
    // The same folder by another name is the same folder.
    const root = await realpath(path)
    const lock = await lockFolder(root)
    if ('holder' in lock) throw new DataFolderInUse(root, lock.holder)
    const log = join(root, 'wal')
    const documents = join(root, 'documents')
    try {
      await fileSystem.makeFolder(log)
      await fileSystem.makeFolder(documents)
      await fileSystem.syncFolder(root)
    } catch (fault) {
      await lock.release()
      throw fault
    }
    return {
      fileSystem,
      log,
      documents,
      documentFolder: id => join(documents, id),
      file: name => join(root, name),
      release: lock.release,
    }
  })
}

function describeHolder({ pid, host, startedAt }: Holder): string {
  const which = pid === null ? 'ett annat program' : `ett annat program (process ${pid})`
  const where = host === null ? '' : ` på ${host}`
  const since = startedAt === null ? '' : `, startat ${startedAt}`
  return `${which}${where}${since}`
}

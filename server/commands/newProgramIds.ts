import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { clientIdsSchema } from '../document/applicationRecord.ts'
import { program } from '../document/documentRecords.ts'
import type { FileSystem } from '../storage/FileSystem.ts'
import { openJsonFile } from '../storage/jsonFile.ts'
import { folderNames } from '../storage/wholeFile.ts'

/**
 * Lets the program write under a new client id in every document of a data folder that has been put back. Somebody may
 * have more of a document open, or on her device, than the backup has: what the program wrote there under the old id
 * must not be taken for what it will write from now on. A document whose file cannot be read is left as it is.
 */
export async function newProgramIds(fileSystem: FileSystem, dataFolder: string): Promise<void> {
  const documents = join(dataFolder, 'documents')
  for (const id of (await folderNames(fileSystem, documents)) ?? []) {
    const path = join(documents, id, 'clientIds.json')
    try {
      const file = await openJsonFile(path, clientIdsSchema, { owners: {} }, fileSystem)
      await file.update(kept => {
        const writesAs = randomInt(2 ** 32)
        kept.owners[String(writesAs)] = program
        kept.programWritesAs = writesAs
      })
    } catch {
      // The check of the folder says what is wrong with it, and the program opens nothing of it.
    }
  }
}

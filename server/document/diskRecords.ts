import { join } from 'node:path'
import type { z } from 'zod'
import { accessFileSchema, accessOfStarter } from '../people/access/accessFile.ts'
import type { FileSystem } from '../storage/FileSystem.ts'
import { type JsonFile, jsonBytes, openJsonFile } from '../storage/jsonFile.ts'
import { nodeFileSystem } from '../storage/nodeFileSystem.ts'
import type { RecordsOpener } from './Applications.ts'
import { applicationRecordSchema, clientIdsSchema, rescuedFileSchema } from './applicationRecord.ts'

/** The records of every document as JSON files in its own folder. */
export function diskRecords(
  folderOf: (id: string) => string,
  fileSystem: FileSystem = nodeFileSystem,
): RecordsOpener {
  const open = async <T>(
    id: string,
    name: string,
    schema: z.ZodType<T>,
    initial: T | null,
  ): Promise<JsonFile<T>> => await openJsonFile(join(folderOf(id), name), schema, initial, fileSystem)
  return {
    open: async id => {
      const application = await open(id, 'record.json', applicationRecordSchema, null)
      const { createdAt, createdBy } = application.data
      return {
        application,
        clientIds: await open(id, 'clientIds.json', clientIdsSchema, { owners: {} }),
        rescued: await open(id, 'rescued.json', rescuedFileSchema, { rescued: [] }),
        // An ansökan from before there were roles is that of whoever started it.
        access: await open(id, 'access.json', accessFileSchema, accessOfStarter(createdBy, createdAt)),
      }
    },
    openAccess: async id => await open(id, 'access.json', accessFileSchema, null),
    begin: (application, clientIds, access) => ({
      'record.json': jsonBytes(application),
      'clientIds.json': jsonBytes(clientIds),
      'rescued.json': jsonBytes({ rescued: [] }),
      'access.json': jsonBytes(access),
    }),
  }
}

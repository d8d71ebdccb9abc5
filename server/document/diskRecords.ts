import { join } from 'node:path'
import type { z } from 'zod'
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
    open: async id => ({
      application: await open(id, 'record.json', applicationRecordSchema, null),
      clientIds: await open(id, 'clientIds.json', clientIdsSchema, { owners: {} }),
      rescued: await open(id, 'rescued.json', rescuedFileSchema, { rescued: [] }),
    }),
    begin: (application, clientIds) => ({
      'record.json': jsonBytes(application),
      'clientIds.json': jsonBytes(clientIds),
      'rescued.json': jsonBytes({ rescued: [] }),
    }),
  }
}

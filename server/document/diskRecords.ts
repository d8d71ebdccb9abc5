import { join } from 'node:path'
import type { z } from 'zod'
import { type JsonFile, openJsonFile } from '../storage/jsonFile.ts'
import type { RecordsOpener } from './Applications.ts'
import { applicationRecordSchema, clientIdsSchema, rescuedFileSchema } from './applicationRecord.ts'

/** The records of every document as JSON files in its own folder. */
export function diskRecords(folderOf: (id: string) => string): RecordsOpener {
  const open = async <T>(
    id: string,
    name: string,
    schema: z.ZodType<T>,
    initial: T | null,
  ): Promise<JsonFile<T>> => await openJsonFile(join(folderOf(id), name), schema, initial)
  const others = async (id: string) => ({
    clientIds: await open(id, 'clientIds.json', clientIdsSchema, { owners: {} }),
    rescued: await open(id, 'rescued.json', rescuedFileSchema, { rescued: [] }),
  })
  return {
    open: async id => ({
      application: await open(id, 'record.json', applicationRecordSchema, null),
      ...(await others(id)),
    }),
    create: async (id, application, createdBy) => ({
      application: await open(id, 'record.json', applicationRecordSchema, { id, createdBy, ...application }),
      ...(await others(id)),
    }),
  }
}

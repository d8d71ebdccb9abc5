import { join } from 'node:path'
import type { z } from 'zod'
import {
  type ClientIdsFile,
  clientIdsSchema,
  type RescuedFile,
  rescuedFileSchema,
} from '../../document/applicationRecord.ts'
import type { FileSystem } from '../../storage/FileSystem.ts'
import { type JsonFile, jsonBytes, openJsonFile } from '../../storage/jsonFile.ts'
import { type DraftFile, draftFileName, draftFileSchema } from './draftFile.ts'

/** The records of one draft, open. */
export interface DraftRecords {
  readonly draft: JsonFile<DraftFile>
  readonly clientIds: JsonFile<ClientIdsFile>
  readonly rescued: JsonFile<RescuedFile>
}

/** How the records of a draft are opened, once each, or begun. */
export interface DraftRecordsOpener {
  /** Throws when a file of them is damaged. */
  open(id: string): Promise<DraftRecords>
  /** The files of the records that a new draft begins with, by name. */
  begin(draft: DraftFile, clientIds: ClientIdsFile): Readonly<Record<string, Uint8Array>>
}

/** The records of every draft as JSON files in its own folder. */
export function draftRecords(folderOf: (id: string) => string, fileSystem: FileSystem): DraftRecordsOpener {
  const open = async <T>(
    id: string,
    name: string,
    schema: z.ZodType<T>,
    initial: T | null,
  ): Promise<JsonFile<T>> => await openJsonFile(join(folderOf(id), name), schema, initial, fileSystem)
  return {
    open: async id => ({
      draft: await open(id, draftFileName, draftFileSchema, null),
      clientIds: await open(id, 'clientIds.json', clientIdsSchema, { owners: {} }),
      rescued: await open(id, 'rescued.json', rescuedFileSchema, { rescued: [] }),
    }),
    begin: (draft, clientIds) => ({
      [draftFileName]: jsonBytes(draft),
      'clientIds.json': jsonBytes(clientIds),
      'rescued.json': jsonBytes({ rescued: [] }),
    }),
  }
}

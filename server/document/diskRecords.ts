import { join } from 'node:path'
import type { z } from 'zod'
import { commentsFileSchema, noComments } from '../comment/commentsFile.ts'
import { handleComments } from '../comment/handleComments.ts'
import { roundEventSchema } from '../consultation/RoundEvent.ts'
import { keptRoundSchema, noRounds, roundsFileSchema } from '../consultation/roundsFile.ts'
import type { Log, MadeRecord } from '../operations/LogEvent.ts'
import { accessFileSchema, accessOfStarter } from '../people/access/accessFile.ts'
import type { FileSystem } from '../storage/FileSystem.ts'
import { handleList } from '../storage/handleList.ts'
import { type Handling, type JsonFile, jsonBytes, openJsonFile } from '../storage/jsonFile.ts'
import { nodeFileSystem } from '../storage/nodeFileSystem.ts'
import { nothingSince, noVersions, sinceFileSchema, versionsFileSchema } from '../version/versionsFile.ts'
import { applicationRecordSchema, clientIdsSchema, rescuedFileSchema } from './applicationRecord.ts'
import type { RecordsOpener } from './documentRecords.ts'

/** A round has the answers to it, which are long: a change costs as much as its round. */
const handleRounds = () => handleList('rounds', keptRoundSchema, roundEventSchema)

/** The records of every document as JSON files in its own folder. What is made anew is said in `log`. */
export function diskRecords(
  folderOf: (id: string) => string,
  fileSystem: FileSystem = nodeFileSystem,
  log: Log = () => {},
): RecordsOpener {
  const open = async <T>(
    id: string,
    name: string,
    schema: z.ZodType<T>,
    initial: T | null,
  ): Promise<JsonFile<T>> => await openJsonFile(join(folderOf(id), name), schema, initial, fileSystem)
  const openOrMake = async <T>(
    id: string,
    record: MadeRecord,
    schema: z.ZodType<T>,
    initial: T,
    handling?: Handling<T>,
  ): Promise<JsonFile<T>> => {
    const made = () => log({ kind: 'recordMade', document: id, record })
    const path = join(folderOf(id), `${record}.json`)
    return await openJsonFile(path, schema, initial, fileSystem, made, handling)
  }
  return {
    open: async id => {
      const application = await open(id, 'record.json', applicationRecordSchema, null)
      const { createdAt, createdBy } = application.data
      return {
        application,
        clientIds: await openOrMake(id, 'clientIds', clientIdsSchema, { owners: {} }),
        rescued: await openOrMake(id, 'rescued', rescuedFileSchema, { rescued: [] }),
        // An ansökan from before there were roles is that of whoever started it.
        access: await openOrMake(id, 'access', accessFileSchema, accessOfStarter(createdBy, createdAt)),
        comments: await openOrMake(id, 'comments', commentsFileSchema, noComments, handleComments()),
        since: await openOrMake(id, 'since', sinceFileSchema, nothingSince),
        rounds: await openOrMake(id, 'rounds', roundsFileSchema, noRounds, handleRounds()),
      }
    },
    openAccess: async id => await open(id, 'access.json', accessFileSchema, null),
    openVersions: async id => await openOrMake(id, 'versions', versionsFileSchema, noVersions),
    begin: (application, clientIds, access) => ({
      'record.json': jsonBytes(application),
      'clientIds.json': jsonBytes(clientIds),
      'rescued.json': jsonBytes({ rescued: [] }),
      'access.json': jsonBytes(access),
      'comments.json': jsonBytes(noComments),
      'versions.json': jsonBytes(noVersions),
      'since.json': jsonBytes(nothingSince),
      'rounds.json': jsonBytes(noRounds),
    }),
  }
}

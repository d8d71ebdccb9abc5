import type { Me } from '../../shared/http/session.ts'
import type { CommentsFile } from '../comment/commentsFile.ts'
import type { RoundsFile } from '../consultation/roundsFile.ts'
import type { AccessFile } from '../people/access/accessFile.ts'
import type { JsonFile } from '../storage/jsonFile.ts'
import type { SinceFile, VersionsFile } from '../version/versionsFile.ts'
import type { ApplicationRecord, ClientIdsFile, RescuedFile } from './applicationRecord.ts'

/** A person acting for a party, as the owner of client ids and of rescued text. */
export type Author = `${string}@${string}`

/** The program itself, as the writer of a document's first contents: nobody. Its client ids are nobody else's either. */
export const program: Author = 'program@samskriv'

export function authorOf(me: Me): Author {
  return `${me.person.id}@${me.party.id}`
}

/** The records of one document, open. */
export interface DocumentRecords {
  readonly application: JsonFile<ApplicationRecord>
  readonly clientIds: JsonFile<ClientIdsFile>
  readonly rescued: JsonFile<RescuedFile>
  readonly access: JsonFile<AccessFile>
  readonly comments: JsonFile<CommentsFile>
  readonly since: JsonFile<SinceFile>
  readonly rounds: JsonFile<RoundsFile>
}

/** How the records of a document are opened or begun. */
export interface RecordsOpener {
  /** Throws when a file of them is damaged. */
  open(id: string): Promise<DocumentRecords>
  /** Who has access alone, of a document whose other records are damaged. Throws when that is damaged too. */
  openAccess(id: string): Promise<JsonFile<AccessFile>>
  /** The list of its versions, which is long and seldom asked for. Throws when it is damaged. */
  openVersions(id: string): Promise<JsonFile<VersionsFile>>
  /** The files of the records that a new document begins with, by name. */
  begin(
    application: ApplicationRecord,
    clientIds: ClientIdsFile,
    access: AccessFile,
  ): Readonly<Record<string, Uint8Array>>
}

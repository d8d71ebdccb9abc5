import type { Me } from '../../shared/http/session.ts'
import type { AccessFile } from '../people/access/accessFile.ts'
import type { JsonFile } from '../storage/jsonFile.ts'
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
}

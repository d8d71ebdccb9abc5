import { type Application, applicationSchema } from '../../shared/http/application.ts'
import type { WaitingDatabase } from './waitingDatabase.ts'

/** A whole copy of a document on this device, kept only because the person asked for it. */
export class OfflineCopy {
  readonly #database: WaitingDatabase
  readonly #key: [string, string]

  constructor(database: WaitingDatabase, owner: string, documentId: string) {
    this.#database = database
    this.#key = [owner, documentId]
  }

  /** The copy's state as a Yjs update, with the ansökan it is of, if it is of one; null when none is kept. */
  async read(): Promise<{ state: Uint8Array; application: Application | null; at: string } | null> {
    const copy = await this.#database.get('copies', this.#key)
    const application = applicationSchema.nullable().safeParse(copy?.application)
    return copy && application.success
      ? { state: copy.state, application: application.data, at: copy.at }
      : null
  }

  async write(state: Uint8Array, application: Application | null, at: Date): Promise<void> {
    const [owner, applicationId] = this.#key
    await this.#database.put('copies', { owner, applicationId, state, application, at: at.toISOString() })
  }

  async remove(): Promise<void> {
    await this.#database.delete('copies', this.#key)
  }
}

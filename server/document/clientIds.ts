import type { JsonFile } from '../storage/jsonFile.ts'
import type { ClientIdsFile } from './applicationRecord.ts'
import type { Author } from './documentRecords.ts'

/**
 * Whose every client id of a document is. An id belongs to the person, acting for a party, who used it first,
 * and to nobody else for ever; so who wrote can be trusted.
 */
export class ClientIds {
  readonly #file: JsonFile<ClientIdsFile>

  constructor(file: JsonFile<ClientIdsFile>) {
    this.#file = file
  }

  /** Also of an id whose claim is still on its way to the disk: nobody else may have it meanwhile. */
  ownerOf(clientId: number): Author | null {
    return (this.#file.latest.owners[clientId] as Author | undefined) ?? null
  }

  /** True when `author` may write under this id: it is hers already, or nobody's. */
  mayUse(clientId: number, author: Author): boolean {
    const owner = this.ownerOf(clientId)
    return owner === null || owner === author
  }

  /** Those of `ids` that nobody owns yet. */
  unclaimed(ids: Iterable<number>): number[] {
    return [...ids].filter(id => this.ownerOf(id) === null)
  }

  /** Gives the ids to `author`. Durable when resolved; ids that are somebody's stay that person's. */
  async claim(ids: readonly number[], author: Author): Promise<void> {
    await this.#file.update(file => {
      for (const id of ids) file.owners[id] ??= author
    })
  }
}

import type { JsonFile } from '../storage/jsonFile.ts'
import type { ClientIdsFile } from './applicationRecord.ts'
import type { Author } from './documentRecords.ts'

/**
 * Whose every client id of a document is. An id belongs to the person, acting for a party, who used it first,
 * and to nobody else for ever; so who wrote can be trusted.
 */
export class ClientIds {
  readonly #file: JsonFile<ClientIdsFile>
  readonly #maxPerPerson: number

  /** `maxPerPerson`: client ids that one person, acting for a party, may have in the document. */
  constructor(file: JsonFile<ClientIdsFile>, maxPerPerson: number) {
    this.#file = file
    this.#maxPerPerson = maxPerPerson
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

  /** Those of `ids` whose owner is not on disk yet: nobody's, or being claimed. */
  unclaimed(ids: Iterable<number>): number[] {
    return [...ids].filter(id => this.#file.data.owners[id] === undefined)
  }

  /** Whether `author` may have these too. */
  hasRoomFor(ids: readonly number[], author: Author): boolean {
    let count = ids.filter(id => this.ownerOf(id) === null).length
    if (count === 0) return true
    for (const owner of Object.values(this.#file.latest.owners)) if (owner === author) count += 1
    return count <= this.#maxPerPerson
  }

  /** Gives the ids to `author`. Durable when resolved; ids that are somebody's stay that person's. */
  async claim(ids: readonly number[], author: Author): Promise<void> {
    await this.#file.update(file => {
      for (const id of ids) file.owners[id] ??= author
    })
  }
}

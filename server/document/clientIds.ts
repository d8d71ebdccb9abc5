import type { JsonFile } from '../storage/jsonFile.ts'
import type { ClientIdsFile } from './applicationRecord.ts'
import { type Author, program } from './documentRecords.ts'

/**
 * Whose every client id of a document is. An id belongs to the person, acting for a party, who used it first,
 * and to nobody else for ever; so who wrote can be trusted.
 */
export class ClientIds {
  readonly #file: JsonFile<ClientIdsFile>
  readonly #maxPerPerson: number
  /** How many each person has, those that are being claimed among them; null until somebody asks. */
  #counts: Map<Author, number> | null = null
  /** Null until it has been looked for and found. */
  #ofProgram: number | null = null

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

  /** Whether any is hers: she has written here. */
  hasAny(author: Author): boolean {
    return Object.values(this.#file.latest.owners).includes(author)
  }

  /** How many are a person's, whichever party she acted for. */
  countOfPerson(personId: string): number {
    return Object.values(this.#file.data.owners).filter(owner => owner.startsWith(`${personId}@`)).length
  }

  /**
   * The id that the program writes under in this document, the same every time: the lowest of its own, under which the
   * first contents were written, unless the data folder was put back. Null when it has none, or none that is on disk or
   * on its way there.
   */
  get ofProgram(): number | null {
    this.#ofProgram ??= this.#file.latest.programWritesAs ?? lowestOf(program, this.#file.latest)
    return this.#ofProgram
  }

  /** Those of `ids` whose owner is not on disk yet: nobody's, or being claimed. */
  unclaimed(ids: Iterable<number>): number[] {
    return [...ids].filter(id => this.#file.data.owners[id] === undefined)
  }

  /** Whether `author` may have these too. */
  hasRoomFor(ids: readonly number[], author: Author): boolean {
    const more = ids.filter(id => this.ownerOf(id) === null).length
    if (more === 0) return true
    this.#counts ??= countsOf(this.#file.latest)
    return (this.#counts.get(author) ?? 0) + more <= this.#maxPerPerson
  }

  /** Gives the ids to `author`. Durable when resolved; ids that are somebody's stay that person's. */
  async claim(ids: readonly number[], author: Author): Promise<void> {
    const more = new Set(ids.filter(id => this.ownerOf(id) === null)).size
    this.#counts?.set(author, (this.#counts.get(author) ?? 0) + more)
    try {
      await this.#file.update(file => {
        for (const id of ids) file.owners[id] ??= author
      })
    } catch (fault) {
      // Others' claims may have failed with it.
      this.#counts = null
      this.#ofProgram = null
      throw fault
    }
  }
}

function lowestOf(author: Author, { owners }: ClientIdsFile): number | null {
  let lowest: number | null = null
  for (const [id, owner] of Object.entries(owners)) {
    if (owner === author && (lowest === null || Number(id) < lowest)) lowest = Number(id)
  }
  return lowest
}

function countsOf({ owners }: ClientIdsFile): Map<Author, number> {
  const counts = new Map<Author, number>()
  for (const owner of Object.values(owners) as Author[]) counts.set(owner, (counts.get(owner) ?? 0) + 1)
  return counts
}

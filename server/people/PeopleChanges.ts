import type { JsonFile } from '../storage/jsonFile.ts'
import { Turns } from './access/Turns.ts'
import type { PeopleFile } from './peopleFile.ts'

/** Called before a change is made, with the id of the person or the organisation that it is about. */
export type First = (id: string) => Promise<void>

/** How `people.json` is changed: one change after the other, each tried before it is noted, and noted before it is made. */
export class PeopleChanges {
  readonly #file: JsonFile<PeopleFile>
  readonly #turns: Turns
  readonly #first: First

  constructor(file: JsonFile<PeopleFile>, turns: Turns = new Turns(), first: First = async () => {}) {
    this.#file = file
    this.#turns = turns
    this.#first = first
  }

  /**
   * The same, of which a change is made when `first` has resolved, and is not when that rejects. It is called when it is
   * the change's turn, and would be made: so there the right to make it is looked up, and it is noted.
   */
  provided(first: First): PeopleChanges {
    return new PeopleChanges(this.#file, this.#turns, first)
  }

  /**
   * Makes a change, and gives the id of what `mutate` says that it is about; null when it says that it has changed
   * nothing. Durable when resolved. Rejects with what `mutate` throws, with `DiskFault`, and with what `first` rejects.
   */
  async make<Id extends string | null>(mutate: (file: PeopleFile) => Id): Promise<Id> {
    return await this.#turns.take(async () => {
      // Tried first: what is noted is then done, unless the disk refuses just that.
      const id = mutate(structuredClone(this.#file.latest))
      if (id === null) return id
      await this.#first(id)
      await this.#file.update(file => void mutate(file))
      return id
    })
  }
}

import type { JsonFile } from '../../storage/jsonFile.ts'
import type { AccessFile } from './accessFile.ts'
import { Turns } from './Turns.ts'

/** People who have access to one ansökan, who are invited, and who ask; links for guests. */
const most = { members: 500, invitations: 200, guestLinks: 50, requests: 100 } as const

/** A bound of an ansökan's access is reached. */
export class AccessFull extends Error {}

/** It would leave an ansökan without anybody who is responsible for it. */
export class LastOwner extends Error {}

/** Whether somebody who has access has not left her organisation. */
export type IsHere = (personId: string, partyId: string) => boolean

const everybody: IsHere = () => true

/** How the access of one ansökan is changed: one change after the other, none too large, none that leaves no owner. */
export class AccessChanges {
  readonly #file: JsonFile<AccessFile>
  readonly #turns: Turns
  readonly #first: () => Promise<void>

  constructor(
    file: JsonFile<AccessFile>,
    turns: Turns = new Turns(),
    first: () => Promise<void> = async () => {},
  ) {
    this.#file = file
    this.#turns = turns
    this.#first = first
  }

  /** The same, of which a change is made when it is its turn and `first` has resolved; see `DocumentAccess`. */
  provided(first: () => Promise<void>): AccessChanges {
    return new AccessChanges(this.#file, this.#turns, first)
  }

  /**
   * Makes a change that leaves somebody responsible who `isHere`, and nothing too large. `mutate` says whether it has
   * changed anything; so does what this resolves with. Durable then. Throws `LastOwner`, `AccessFull`.
   */
  async make(mutate: (file: AccessFile) => boolean, isHere: IsHere = everybody): Promise<boolean> {
    const change = (file: AccessFile): boolean => {
      const hadOwner = hasOwner(file, isHere)
      const isChanged = mutate(file)
      if (hadOwner && !hasOwner(file, isHere)) throw new LastOwner()
      for (const [key, count] of Object.entries(most)) {
        if (file[key as keyof typeof most].length > count) throw new AccessFull(key)
      }
      return isChanged
    }
    return await this.#turns.take(async () => {
      // Tried first: what is noted is then done, unless the disk refuses just that.
      if (!change(structuredClone(this.#file.latest))) return false
      await this.#first()
      await this.#file.update(file => void change(file))
      return true
    })
  }
}

function hasOwner(file: AccessFile, isHere: IsHere): boolean {
  return file.members.some(
    ({ personId, partyId, role }) => role === 'ownerEditor' && isHere(personId, partyId),
  )
}

import { randomBytes } from 'node:crypto'
import type { Rescued, RescuedWhy } from '../../shared/http/rescued.ts'
import type { JsonFile } from '../storage/jsonFile.ts'
import type { RescuedFile } from './applicationRecord.ts'
import type { Author } from './documentRecords.ts'

/** A piece of text that lost its place, to be kept for its author. */
export interface LostPiece {
  readonly owner: Author
  readonly section: string | null
  /** All that is lost of the block so far; empty when it is not lost any longer. */
  readonly text: string
  /** Stands for one author's text of one deleted block; what is said later of it replaces what was said before. */
  readonly block: string
}

type Entry = RescuedFile['rescued'][number]

/** *Räddad text* of one document, per person and section, until she puts it back or throws it away. */
export class RescuedTexts {
  readonly #file: JsonFile<RescuedFile>
  readonly #now: () => number

  constructor(file: JsonFile<RescuedFile>, now: () => number) {
    this.#file = file
    this.#now = now
  }

  /** What is kept for `owner`, oldest first. */
  of(owner: Author): Rescued[] {
    return this.#file.data.rescued
      .filter(entry => entry.owner === owner)
      .map(({ id, section, text, at, reason, why }) => ({ id, section, text, at, reason, why }))
  }

  /** What is kept for a person, whichever party she acted for. */
  ofPerson(personId: string): Pick<Rescued, 'section' | 'text' | 'at' | 'reason'>[] {
    return this.#file.data.rescued.filter(entry => entry.owner.startsWith(`${personId}@`))
  }

  /**
   * Keeps text that was replaced while its author wrote: each piece takes the place of what was kept of the same
   * block, and an empty one lets it go. Durable when resolved.
   */
  async keepReplaced(pieces: readonly LostPiece[]): Promise<void> {
    const at = new Date(this.#now()).toISOString()
    const kept = pieces.map(piece => ({ ...piece, at, id: randomBytes(10).toString('hex') }))
    await this.#file.update(file => {
      for (const { owner, block, text, section, id } of kept) {
        const known = file.rescued.find(entry => entry.owner === owner && entry.block === block)
        if (text === '') file.rescued = file.rescued.filter(entry => entry !== known)
        else if (known) Object.assign(known, { text, at, section })
        else file.rescued.push({ id, owner, section, text, at, block, reason: 'replaced', why: null })
      }
    })
  }

  /** Keeps text that its author's browser could not get in. The same id again changes nothing. */
  async keepRefused(
    owner: Author,
    id: string,
    section: string | null,
    text: string,
    why: RescuedWhy | null = null,
  ): Promise<Rescued> {
    const kept: Entry = {
      id,
      owner,
      section,
      text,
      at: new Date(this.#now()).toISOString(),
      reason: 'refused',
      why,
      block: null,
    }
    const isSame = (entry: Entry) => entry.owner === owner && entry.id === id
    await this.#file.update(file => {
      if (!file.rescued.some(isSame)) file.rescued.push(kept)
    })
    const { owner: _, block: __, ...rescued } = this.#file.data.rescued.find(isSame) ?? kept
    return rescued
  }

  /** Lets go of a text that its owner has put back or thrown away. False when she has none with this id. */
  async remove(owner: Author, id: string): Promise<boolean> {
    const isIt = (entry: Entry) => entry.owner === owner && entry.id === id
    if (!this.#file.data.rescued.some(isIt)) return false
    await this.#file.update(file => {
      file.rescued = file.rescued.filter(entry => !isIt(entry))
    })
    return true
  }
}

import { createHash } from 'node:crypto'
import { FileRefused } from '../../office/FileRefused.ts'
import type { Zip } from '../../office/Zip.ts'
import { wordLimits } from '../limits.ts'

/** The pictures of a file, each unpacked once. */
export class Pictures {
  readonly #zip: Zip
  /** Hash by path; null for what is not there. */
  readonly #hashes = new Map<string, string | null>()
  readonly #byHash = new Map<string, Uint8Array<ArrayBuffer>>()

  constructor(zip: Zip) {
    this.#zip = zip
  }

  get byHash(): ReadonlyMap<string, Uint8Array<ArrayBuffer>> {
    return this.#byHash
  }

  /** Hash of the picture at a path; null when none is there. */
  at(target: string): string | null {
    // As the zip compares them, so that each is unpacked once whatever it is called.
    const path = target.toLowerCase()
    const known = this.#hashes.get(path)
    if (known !== undefined) return known
    const hash = this.#take(path)
    this.#hashes.set(path, hash)
    return hash
  }

  #take(path: string): string | null {
    const bytes = this.#zip.read(path)
    if (bytes === null || bytes.length === 0) return null
    const hash = createHash('sha256').update(bytes).digest('hex')
    if (this.#byHash.has(hash)) return hash
    if (this.#byHash.size >= wordLimits.pictures) throw new FileRefused('large')
    // A copy: what is stored unpacked is a view of the whole file.
    this.#byHash.set(hash, new Uint8Array(bytes))
    return hash
  }
}

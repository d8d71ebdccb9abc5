import { crc32 } from 'node:zlib'
import { Inflate } from 'fflate'
import { FileRefused } from './FileRefused.ts'
import type { OfficeLimits } from './OfficeLimits.ts'
import { type ZipEntry, zipEntries } from './zipEntries.ts'

/** So little is inflated at a time that even the worst of it stays small: deflate makes a thousandfold at most. */
const stepBytes = 4 * 1024

/**
 * The parts of a zip, unpacked one by one when they are asked for. What the directory says of them is bounded before
 * anything is unpacked (`zipEntries.ts`), and held against what comes out while it does.
 */
export class Zip {
  readonly #bytes: Uint8Array
  readonly #entries: ReadonlyMap<string, ZipEntry>

  /** Throws `FileRefused` when it is damaged, too large, or locked. */
  constructor(bytes: Uint8Array, limits: OfficeLimits) {
    this.#bytes = bytes
    this.#entries = zipEntries(bytes, limits)
  }

  /** In lower case, without a first stroke: names of parts are compared so. */
  get names(): readonly string[] {
    return [...this.#entries.keys()]
  }

  /** Null when there is no such part. */
  read(name: string): Uint8Array | null {
    const entry = this.#entries.get(name.toLowerCase())
    if (!entry) return null
    const packed = this.#bytes.subarray(entry.from, entry.to)
    const unpacked = entry.isDeflated ? inflate(packed, entry.sizeBytes) : packed
    if (unpacked.length !== entry.sizeBytes || crc32(unpacked) !== entry.crc) {
      throw new FileRefused('damaged')
    }
    return unpacked
  }
}

/** Never makes more than a step beyond what the directory has promised. */
function inflate(packed: Uint8Array, sizeBytes: number): Uint8Array {
  const unpacked = new Uint8Array(sizeBytes)
  let length = 0
  const inflating = new Inflate(piece => {
    if (length + piece.length > sizeBytes) throw new FileRefused('large')
    unpacked.set(piece, length)
    length += piece.length
  })
  try {
    for (let at = 0; at < packed.length || at === 0; at += stepBytes) {
      inflating.push(packed.subarray(at, at + stepBytes), at + stepBytes >= packed.length)
    }
  } catch (fault) {
    if (fault instanceof FileRefused) throw fault
    // The library's own words are about its bits.
    throw new FileRefused('damaged')
  }
  return unpacked.subarray(0, length)
}

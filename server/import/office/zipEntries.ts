import { FileRefused } from './FileRefused.ts'
import type { OfficeLimits } from './OfficeLimits.ts'

/** A part as the directory of a zip promises it; its packed bytes are `from` to `to`. */
export interface ZipEntry {
  readonly from: number
  readonly to: number
  readonly isDeflated: boolean
  readonly sizeBytes: number
  readonly crc: number
}

const endSignature = 0x06054b50
const directorySignature = 0x02014b50
const partSignature = 0x04034b50
const endBytes = 22
const directoryBytes = 46
const partBytes = 30
/** Longest comment after the directory. */
const mostCommentBytes = 0xffff
/** Says that the true number stands elsewhere, as no file of this size needs. */
const elsewhere = 0xffffffff

/**
 * Reads the directory at the end of a zip, and nothing else of it: where each part is, and how large it says it will be.
 * Refuses what is damaged (parts that overlap or lie outside, names that lead out or occur twice), locked with a
 * password, or too large by what it says itself.
 */
export function zipEntries(bytes: Uint8Array, limits: OfficeLimits): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const directory = at
  const isOnePart = view.getUint16(end + 4, true) === 0 && view.getUint16(end + 8, true) === count
  if (!isOnePart || at + view.getUint32(end + 12, true) > end) throw damaged()
  if (count > limits.entries) throw large()
  const entries = new Map<string, ZipEntry>()
  let unpackedBytes = 0
  for (let index = 0; index < count; index += 1) {
    if (at + directoryBytes > end || view.getUint32(at, true) !== directorySignature) throw damaged()
    const nameLength = view.getUint16(at + 28, true)
    const next =
      at + directoryBytes + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > end) throw damaged()
    const name = partName(bytes.subarray(at + directoryBytes, at + directoryBytes + nameLength))
    const entry = readEntry(view, at, directory, limits)
    unpackedBytes += entry.sizeBytes
    if (unpackedBytes > limits.unpackedBytes) throw large()
    if (entries.has(name)) throw damaged()
    entries.set(name, entry)
    at = next
  }
  requireApart([...entries.values()])
  return entries
}

function readEntry(
  view: DataView,
  at: number,
  directory: number,
  { ratio, ratioFreeBytes }: OfficeLimits,
): ZipEntry {
  const flags = view.getUint16(at + 8, true)
  if ((flags & 1) !== 0) throw new FileRefused('locked')
  const method = view.getUint16(at + 10, true)
  const packedBytes = view.getUint32(at + 20, true)
  const sizeBytes = view.getUint32(at + 24, true)
  const part = view.getUint32(at + 42, true)
  if ((method !== 0 && method !== 8) || sizeBytes === elsewhere || packedBytes === elsewhere) throw damaged()
  if (part + partBytes > directory || view.getUint32(part, true) !== partSignature) throw damaged()
  const from = part + partBytes + view.getUint16(part + 26, true) + view.getUint16(part + 28, true)
  const to = from + packedBytes
  if (to > directory || (method === 0 && packedBytes !== sizeBytes)) throw damaged()
  if (sizeBytes > ratioFreeBytes && sizeBytes > packedBytes * ratio) throw large()
  return { from, to, isDeflated: method === 8, sizeBytes, crc: view.getUint32(at + 16, true) }
}

/** Where the last record stands: the last one that a comment can be behind. */
function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - endBytes - mostCommentBytes)
  for (let at = view.byteLength - endBytes; at >= first; at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at
  }
  throw damaged()
}

function partName(bytes: Uint8Array): string {
  const name = new TextDecoder().decode(bytes).replaceAll('\\', '/').toLowerCase()
  if (name.startsWith('/') || name.includes('\0') || name.split('/').includes('..')) throw damaged()
  return name
}

/** Parts that share bytes make a small file as large as anybody likes. */
function requireApart(entries: readonly ZipEntry[]): void {
  const inOrder = entries.toSorted((one, other) => one.from - other.from)
  for (const [index, entry] of inOrder.entries()) {
    const next = inOrder[index + 1]
    if (next && entry.to > next.from - partBytes) throw damaged()
  }
}

function damaged(): FileRefused {
  return new FileRefused('damaged')
}

function large(): FileRefused {
  return new FileRefused('large')
}

import { crc32 } from 'node:zlib'

/**
 * The bytes of every file of the storage: a file header and then entries. FORMAT.md is the drawing. Numbers are
 * little-endian. An entry's header stands twice, each with a checksum of its own and the payload's beside it,
 * so that one damaged place either harms nothing or one payload, and never hides whose the entry was or where
 * the next one begins.
 */

export type FileKind = 'log' | 'promise' | 'updates' | 'snapshot'

const kindNumber: Readonly<Record<FileKind, number>> = { log: 1, promise: 2, updates: 3, snapshot: 4 }

const magic = Buffer.from('SAMSKRIV', 'latin1')
const formatVersion = 1

export const fileHeaderBytes = 16

export function fileHeader(kind: FileKind): Buffer {
  const bytes = Buffer.alloc(fileHeaderBytes)
  magic.copy(bytes)
  bytes.writeUInt16LE(formatVersion, 8)
  bytes.writeUInt8(kindNumber[kind], 10)
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 12)), 12)
  return bytes
}

/** What a file's first bytes say: ours and of this kind, unreadable, or written by a newer version. */
export function checkFileHeader(bytes: Buffer, kind: FileKind): 'sound' | 'unreadable' | 'newer' {
  if (bytes.length < fileHeaderBytes || !bytes.subarray(0, magic.length).equals(magic)) return 'unreadable'
  if (bytes.readUInt32LE(12) !== crc32(bytes.subarray(0, 12))) return 'unreadable'
  if (bytes.readUInt16LE(8) > formatVersion) return 'newer'
  return bytes.readUInt8(10) === kindNumber[kind] ? 'sound' : 'unreadable'
}

/** What is kept under one entry. */
export interface EntryContent {
  /** Whose it is: a document's id (ASCII, at most 63 characters), or nothing in entries about the file itself. */
  readonly id: string
  readonly sequence: number
  /** In a log: how many of its bytes were on disk when the entry was written. Elsewhere it means nothing. */
  readonly syncedBytes: number
  readonly payload: Uint8Array
}

/** An entry found in a file. Its header is sound; its payload is checked by `readPayload`. */
export interface Entry {
  readonly id: string
  readonly sequence: number
  readonly syncedBytes: number
  /** Byte where its header begins, where its payload begins, and where the next entry begins. */
  readonly at: number
  readonly payloadAt: number
  readonly end: number
  readonly checksum: number
  /** True when one of the two headers is not readable, or not the same as the other. */
  readonly healed: boolean
}

const idAt = 21
const idMaxLength = 63

/** Size of one header, which stands twice. */
function headerBytes(idLength: number): number {
  return idAt + idLength + 4
}

export function entryBytes(idLength: number, payloadLength: number): number {
  return 2 * headerBytes(idLength) + payloadLength
}

/** Writes an entry at byte `at` of `into`, which must have room for `entryBytes`; gives where the next begins. */
export function writeEntry(into: Buffer, at: number, entry: EntryContent): number {
  const { id, sequence, syncedBytes, payload } = entry
  into.writeUInt32LE(payload.length, at)
  into.writeUIntLE(sequence, at + 4, 6)
  into.writeUIntLE(syncedBytes, at + 10, 6)
  into.writeUInt32LE(crc32(payload), at + 16)
  into.writeUInt8(id.length, at + 20)
  into.write(id, at + idAt, 'latin1')
  const checksumAt = at + idAt + id.length
  into.writeUInt32LE(crc32(into.subarray(at, checksumAt)), checksumAt)
  const copyAt = checksumAt + 4
  into.copyWithin(copyAt, at, copyAt)
  const payloadAt = copyAt + (copyAt - at)
  into.set(payload, payloadAt)
  return payloadAt + payload.length
}

export function entryOf(content: EntryContent): Buffer {
  const bytes = Buffer.allocUnsafe(entryBytes(content.id.length, content.payload.length))
  writeEntry(bytes, 0, content)
  return bytes
}

/** The entry whose header begins at byte `at`; null when neither copy of the header can be read. */
export function readEntry(bytes: Buffer, at: number): Entry | null {
  const idLength = headerAt(bytes, at)
  if (idLength !== null) {
    const size = headerBytes(idLength)
    const first = bytes.subarray(at, at + size)
    const second = bytes.subarray(at + size, at + 2 * size)
    return entryFrom(bytes, at, at, idLength, !first.equals(second))
  }
  // The first copy is unreadable, its length of the id too: the second begins somewhere within reach of it.
  for (let length = 0; length <= idMaxLength; length += 1) {
    const copyAt = at + headerBytes(length)
    if (headerAt(bytes, copyAt) === length) return entryFrom(bytes, at, copyAt, length, true)
  }
  return null
}

/** Length of the id of a sound header at byte `at`; null when there is none. */
function headerAt(bytes: Buffer, at: number): number | null {
  if (at + idAt > bytes.length) return null
  const idLength = bytes.readUInt8(at + 20)
  const checksumAt = at + idAt + idLength
  if (idLength > idMaxLength || checksumAt + 4 > bytes.length) return null
  return bytes.readUInt32LE(checksumAt) === crc32(bytes.subarray(at, checksumAt)) ? idLength : null
}

function entryFrom(bytes: Buffer, at: number, headerAt: number, idLength: number, healed: boolean): Entry {
  const payloadAt = at + 2 * headerBytes(idLength)
  return {
    id: bytes.toString('latin1', headerAt + idAt, headerAt + idAt + idLength),
    sequence: bytes.readUIntLE(headerAt + 4, 6),
    syncedBytes: bytes.readUIntLE(headerAt + 10, 6),
    at,
    payloadAt,
    end: payloadAt + bytes.readUInt32LE(headerAt),
    checksum: bytes.readUInt32LE(headerAt + 16),
    healed,
  }
}

/** The payload, as a view; null when the file ends within it or its checksum is wrong. */
export function readPayload(bytes: Buffer, entry: Entry): Uint8Array | null {
  if (entry.end > bytes.length) return null
  const payload = bytes.subarray(entry.payloadAt, entry.end)
  return crc32(payload) === entry.checksum ? payload : null
}

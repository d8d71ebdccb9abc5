import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Range } from './guard/readUpdate.ts'

/** What one client has written, as bytes. */
interface Written {
  /** Structs, which Yjs counts before them, and the clock at which the next one would begin. */
  structs: number
  end: number
  readonly begin: number
  readonly pieces: Uint8Array[]
}

export interface JoinedUpdates {
  /** All of them as one update. It has what they delete as well. */
  readonly update: Uint8Array
  readonly stateVector: Uint8Array
}

/**
 * Puts a snapshot and the updates since together without reading what they say: structs are only stepped over, so that
 * a document of any size costs a fraction of what a Y.Doc, or `Y.mergeUpdates`, would. Null when they do not simply
 * follow on each other, or hold what documents here do not; then a Y.Doc must put them together. Throws on bytes that
 * are no update (version 1).
 */
export function joinUpdates(updates: readonly Uint8Array[]): JoinedUpdates | null {
  const clients = new Map<number, Written>()
  const deletes = new Map<number, Range[]>()
  for (const [index, update] of updates.entries()) {
    const decoder = decoding.createDecoder(update)
    // A snapshot is whole; an update may have come through a fault of the disk that took what it stands on.
    const needed = index === 0 ? null : new Map<number, number>()
    if (!readStructs(decoder, clients, needed)) return null
    readDeletes(decoder, deletes, needed)
    for (const [client, end] of needed ?? []) if ((clients.get(client)?.end ?? 0) < end) return null
  }
  const [only, ...more] = updates
  const stateVector = writeStateVector(clients)
  if (only && more.length === 0) return { update: only, stateVector }
  return { update: writeUpdate(clients, deletes), stateVector }
}

/** Adds an update's structs to `clients`, and the ends of what they stand on to `needed`. */
function readStructs(
  decoder: decoding.Decoder,
  clients: Map<number, Written>,
  needed: Map<number, number> | null,
): boolean {
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    const structs = decoding.readVarUint(decoder)
    const client = decoding.readVarUint(decoder)
    const begin = decoding.readVarUint(decoder)
    const from = decoder.pos
    let end = begin
    for (let read = 0; read < structs; read += 1) {
      const length = stepOver(decoder, needed)
      if (length === null) return false
      end += length
    }
    const written = clients.get(client) ?? { structs: 0, begin: 0, end: 0, pieces: [] }
    // All of it is known, as when a snapshot had it already.
    if (end <= written.end) continue
    if (begin !== written.end) return false
    written.structs += structs
    written.end = end
    written.pieces.push(decoder.arr.subarray(from, decoder.pos))
    clients.set(client, written)
  }
  return true
}

const contentBits = 0b0001_1111
const hasKey = 0b0010_0000
const hasRightOrigin = 0b0100_0000
const hasOrigin = 0b1000_0000

/** Gives how far a struct takes its client's clock; null for a kind that no document here has. */
function stepOver(decoder: decoding.Decoder, needed: Map<number, number> | null): number | null {
  const info = decoding.readUint8(decoder)
  const kind = info & contentBits
  if (kind === 0) return decoding.readVarUint(decoder)
  if ((info & hasOrigin) !== 0) readId(decoder, needed)
  if ((info & hasRightOrigin) !== 0) readId(decoder, needed)
  if ((info & (hasOrigin | hasRightOrigin)) === 0) {
    if (decoding.readVarUint(decoder) === 1) stepOverString(decoder)
    else readId(decoder, needed)
    if ((info & hasKey) !== 0) stepOverString(decoder)
  }
  switch (kind) {
    case 1: // deleted
      return decoding.readVarUint(decoder)
    case 4:
      return stepOverText(decoder)
    case 6: // a mark and its value
      stepOverString(decoder)
      stepOverString(decoder)
      return 1
    case 7: {
      const type = decoding.readVarUint(decoder)
      // An element has a name.
      if (type === 3) stepOverString(decoder)
      return type === 5 ? null : 1
    }
    case 8: {
      const count = decoding.readVarUint(decoder)
      for (let read = 0; read < count; read += 1) decoding.readAny(decoder)
      return count
    }
    default:
      return null
  }
}

function readId(decoder: decoding.Decoder, needed: Map<number, number> | null): void {
  if (needed) {
    const client = decoding.readVarUint(decoder)
    need(needed, client, decoding.readVarUint(decoder) + 1)
  } else {
    stepOverNumber(decoder)
    stepOverNumber(decoder)
  }
}

function need(needed: Map<number, number>, client: number, end: number): void {
  if (end > (needed.get(client) ?? 0)) needed.set(client, end)
}

function readDeletes(
  decoder: decoding.Decoder,
  deletes: Map<number, Range[]>,
  needed: Map<number, number> | null,
): void {
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    const client = decoding.readVarUint(decoder)
    const ranges = deletes.get(client) ?? []
    deletes.set(client, ranges)
    for (let count = decoding.readVarUint(decoder); count > 0; count -= 1) {
      const clock = decoding.readVarUint(decoder)
      const length = decoding.readVarUint(decoder)
      ranges.push({ clock, length })
      if (needed) need(needed, client, clock + length)
    }
  }
}

/** Each byte of a number but the last says that there is more. */
function stepOverNumber(decoder: decoding.Decoder): void {
  const { arr } = decoder
  let at = decoder.pos
  while ((arr[at] ?? 0) > 127) at += 1
  decoder.pos = at + 1
}

function stepOverString(decoder: decoding.Decoder): void {
  const bytes = decoding.readVarUint(decoder)
  decoder.pos += bytes
}

/** Gives its length as Yjs counts: in UTF-16, of which a character in four bytes takes two, and any other one. */
function stepOverText(decoder: decoding.Decoder): number {
  const bytes = decoding.readVarUint(decoder)
  const { arr } = decoder
  const end = decoder.pos + bytes
  let length = 0
  for (let at = decoder.pos; at < end; at += 1) {
    const byte = arr[at] ?? 0
    if ((byte & 0b1100_0000) !== 0b1000_0000) length += byte < 0b1111_0000 ? 1 : 2
  }
  decoder.pos = end
  return length
}

function writeStateVector(clients: ReadonlyMap<number, Written>): Uint8Array {
  return encoding.encode(encoder => {
    encoding.writeVarUint(encoder, clients.size)
    for (const [client, { end }] of clients) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, end)
    }
  })
}

function writeUpdate(
  clients: ReadonlyMap<number, Written>,
  deletes: ReadonlyMap<number, readonly Range[]>,
): Uint8Array {
  const pieces: Uint8Array[] = [encoding.encode(encoder => encoding.writeVarUint(encoder, clients.size))]
  // Higher ids first, as Yjs writes them.
  for (const [client, written] of [...clients].sort(([a], [b]) => b - a)) {
    pieces.push(
      encoding.encode(encoder => {
        encoding.writeVarUint(encoder, written.structs)
        encoding.writeVarUint(encoder, client)
        encoding.writeVarUint(encoder, written.begin)
      }),
      ...written.pieces,
    )
  }
  pieces.push(encoding.encode(encoder => writeDeletes(encoder, deletes)))
  return Buffer.concat(pieces)
}

function writeDeletes(encoder: encoding.Encoder, deletes: ReadonlyMap<number, readonly Range[]>): void {
  encoding.writeVarUint(encoder, deletes.size)
  for (const [client, all] of deletes) {
    const ranges = apart(all)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length)
    for (const { clock, length } of ranges) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, length)
    }
  }
}

/** The same ranges, ascending and none touching the next. */
function apart(ranges: readonly Range[]): Range[] {
  const joined: Range[] = []
  let last: Range | undefined
  for (const { clock, length } of ranges.toSorted((a, b) => a.clock - b.clock)) {
    if (last && clock <= last.clock + last.length) {
      last = { clock: last.clock, length: Math.max(last.length, clock + length - last.clock) }
      joined[joined.length - 1] = last
    } else {
      last = { clock, length }
      joined.push(last)
    }
  }
  return joined
}

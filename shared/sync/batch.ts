import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** Most frames in one batch: a body of bytes that say "an empty frame" must not become millions of objects. */
export const batchMaxFrames = 1000

/** What a batch takes besides its frames: the count, and the length of one. */
export const batchOverheadBytes = 16

/** Frames in order, as the body of a request (PROTOCOL.md, *Over ordinary requests*). */
export function encodeBatch(frames: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  writeBatch(encoder, frames)
  return encoding.toUint8Array(encoder) as Uint8Array<ArrayBuffer>
}

/** Null when the bytes are not exactly one batch; never throws. The frames are views into `bytes`. */
export function decodeBatch(bytes: Uint8Array): Uint8Array[] | null {
  return decodeWhole(bytes, readBatch)
}

/** What a poll is answered with. */
export interface LineAnswer {
  /** Number of the first frame; frames of a line are numbered from 1, in each answer without a gap. */
  readonly first: number
  readonly frames: readonly Uint8Array[]
  /** The close code (`closeReason.ts`) when the line has ended after these frames; null while it goes on. */
  readonly endedWith: number | null
}

export function encodeLineAnswer({ first, frames, endedWith }: LineAnswer): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, first)
  writeBatch(encoder, frames)
  encoding.writeVarUint(encoder, endedWith ?? 0)
  return encoding.toUint8Array(encoder) as Uint8Array<ArrayBuffer>
}

/** Null when the bytes are not exactly one answer (a proxy's own page, say); never throws. */
export function decodeLineAnswer(bytes: Uint8Array): LineAnswer | null {
  return decodeWhole(bytes, decoder => {
    const first = decoding.readVarUint(decoder)
    const frames = readBatch(decoder)
    const endedWith = decoding.readVarUint(decoder) || null
    return frames && { first, frames, endedWith }
  })
}

function writeBatch(encoder: encoding.Encoder, frames: readonly Uint8Array[]): void {
  encoding.writeVarUint(encoder, frames.length)
  for (const frame of frames) encoding.writeVarUint8Array(encoder, frame)
}

function readBatch(decoder: decoding.Decoder): Uint8Array[] | null {
  const count = decoding.readVarUint(decoder)
  if (count > batchMaxFrames) return null
  const frames: Uint8Array[] = []
  while (frames.length < count) frames.push(decoding.readVarUint8Array(decoder))
  return frames
}

function decodeWhole<T>(bytes: Uint8Array, read: (decoder: decoding.Decoder) => T | null): T | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    const value = read(decoder)
    return decoding.hasContent(decoder) ? null : value
  } catch {
    // lib0 throws on a truncated or over-long number: whatever it was, it is not what was asked for.
    return null
  }
}

import { encodeFrame, type Frame } from '../../shared/sync/frame.ts'

/** First byte of a WebSocket frame that is a whole binary message, and where its length begins to need more bytes. */
const wholeBinary = 0x82
const lengthIn16Bits = 126
const lengthIn64Bits = 127

/** Frames up to this size are put together in one piece: copying them costs less than a piece does. */
const copiedMaxBytes = 16 * 1024

/** One frame of PROTOCOL.md on its way out: encoded once, however many it is sent to. */
export class Message {
  readonly #pieces: readonly Uint8Array[]
  #onSocket: readonly Buffer[] | null = null

  /** The frame in pieces, which may be other frames' as well: nobody may change them. */
  constructor(...pieces: readonly Uint8Array[]) {
    this.#pieces = pieces
  }

  static of(frame: Frame): Message {
    return new Message(encodeFrame(frame))
  }

  get bytes(): Uint8Array {
    const [only] = this.#pieces
    return only && this.#pieces.length === 1 ? only : Buffer.concat(this.#pieces)
  }

  /** As it goes over a socket: a message unmasked and whole (RFC 6455, 5.2), in pieces if it is large. */
  get onSocket(): readonly Buffer[] {
    this.#onSocket ??= framedForSocket(this.#pieces)
    return this.#onSocket
  }
}

function framedForSocket(pieces: readonly Uint8Array[]): readonly Buffer[] {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
  const headBytes = length < lengthIn16Bits ? 2 : length < 0x1_00_00 ? 4 : 10
  const isCopied = length <= copiedMaxBytes
  const framed = Buffer.allocUnsafe(isCopied ? headBytes + length : headBytes)
  framed[0] = wholeBinary
  if (headBytes === 2) framed[1] = length
  else if (headBytes === 4) {
    framed[1] = lengthIn16Bits
    framed.writeUInt16BE(length, 2)
  } else {
    framed[1] = lengthIn64Bits
    framed.writeBigUInt64BE(BigInt(length), 2)
  }
  if (!isCopied)
    return [
      framed,
      ...pieces.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
    ]
  let at = headBytes
  for (const piece of pieces) {
    framed.set(piece, at)
    at += piece.length
  }
  return [framed]
}

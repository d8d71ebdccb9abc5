import { encodeFrame, type Frame } from '../../shared/sync/frame.ts'

/** First byte of a WebSocket frame that is a whole binary message, and where its length begins to need more bytes. */
const wholeBinary = 0x82
const lengthIn16Bits = 126
const lengthIn64Bits = 127

/** One frame of PROTOCOL.md on its way out: encoded once, however many it is sent to. */
export class Message {
  readonly bytes: Uint8Array
  #onSocket: Buffer | null = null

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  static of(frame: Frame): Message {
    return new Message(encodeFrame(frame))
  }

  /** As it goes over a socket: unmasked, in one piece (RFC 6455, 5.2). */
  get onSocket(): Buffer {
    this.#onSocket ??= frameForSocket(this.bytes)
    return this.#onSocket
  }
}

function frameForSocket(bytes: Uint8Array): Buffer {
  const { length } = bytes
  const headBytes = length < lengthIn16Bits ? 2 : length < 0x1_00_00 ? 4 : 10
  const framed = Buffer.allocUnsafe(headBytes + length)
  framed[0] = wholeBinary
  if (headBytes === 2) framed[1] = length
  else if (headBytes === 4) {
    framed[1] = lengthIn16Bits
    framed.writeUInt16BE(length, 2)
  } else {
    framed[1] = lengthIn64Bits
    framed.writeBigUInt64BE(BigInt(length), 2)
  }
  framed.set(bytes, headBytes)
  return framed
}

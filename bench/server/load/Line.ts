import { createHash, randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

export interface Address {
  readonly port: number
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
}

/** What somebody does with what comes over a line. The bytes are lent: they are others' after the call. */
export interface Listener {
  /** One message, from `start` to `end`. */
  heard(bytes: Buffer, start: number, end: number): void
  /** All that came with one read has been heard. */
  allHeard(): void
}

/** One read of any line; it is heard before the next begins. */
const sharedRead = Buffer.allocUnsafeSlow(256 * 1024)
/** Every message is masked with the same bytes: to the server, as good as random ones. */
const mask = Buffer.from([0x5a, 0xa5, 0x3c, 0xc3])

const opcode = { binary: 2, close: 8, ping: 9, pong: 10 } as const

/**
 * A WebSocket, client's side, without a library: hundreds of thousands of messages a second are heard on one
 * processor, so that it is the server that is measured.
 */
export class Line {
  readonly #socket: Socket
  readonly #listener: Listener
  #isOpen = false
  /** The beginning of a message whose end has not come. */
  #rest: Buffer | null = null
  readonly #opened: Promise<void>
  readonly #ended: Promise<void>
  #isEnding = false

  /** Begins to open a line. */
  constructor({ port, path, headers }: Address, listener: Listener) {
    this.#listener = listener
    const key = randomBytes(16).toString('base64')
    let opened = () => {}
    let failed: (fault: Error) => void = () => {}
    this.#opened = new Promise<void>((resolve, reject) => {
      opened = resolve
      failed = reject
    })
    this.#socket = connect({
      port,
      host: '127.0.0.1',
      noDelay: true,
      onread: {
        buffer: sharedRead,
        callback: length => {
          if (this.#isOpen) this.#read(sharedRead.subarray(0, length))
          else this.#readAnswer(sharedRead.subarray(0, length), key, opened, failed)
          return true
        },
      },
    })
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    this.#socket.write(
      `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n${lines.join('')}\r\n`,
    )
    this.#socket.on('error', failed)
    this.#ended = new Promise(resolve => {
      this.#socket.on('close', () => {
        failed(new Error(`The line to ${path} ended before it was open.`))
        resolve()
      })
    })
  }

  /** Rejects when there is no upgrade. */
  get opened(): Promise<void> {
    return this.#opened
  }

  /** Resolves when it has ended, whoever ended it. */
  get ended(): Promise<void> {
    return this.#ended
  }

  /** Sends what `framed` has made. */
  write(frames: Buffer): void {
    this.#socket.write(frames)
  }

  async close(): Promise<void> {
    this.#isEnding = true
    this.#socket.end(frameOf(opcode.close, Buffer.from([0x03, 0xe8])))
    const impatience = setTimeout(() => this.#socket.destroy(), 2_000)
    await this.#ended
    clearTimeout(impatience)
  }

  #readAnswer(bytes: Buffer, key: string, opened: () => void, failed: (fault: Error) => void): void {
    const answer = this.#rest ? Buffer.concat([this.#rest, bytes]) : Buffer.from(bytes)
    const end = answer.indexOf('\r\n\r\n')
    if (end < 0) {
      this.#rest = answer
      return
    }
    this.#rest = null
    const head = answer.toString('latin1', 0, end)
    const accepted = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
    if (!head.startsWith('HTTP/1.1 101') || !head.includes(accepted)) {
      failed(new Error(`No upgrade: ${head.split('\r\n')[0]}`))
      this.#socket.destroy()
      return
    }
    this.#isOpen = true
    opened()
    if (answer.length > end + 4) this.#read(answer.subarray(end + 4))
  }

  #read(bytes: Buffer): void {
    const chunk = this.#rest ? Buffer.concat([this.#rest, bytes]) : bytes
    let at = 0
    while (chunk.length - at >= 2) {
      let length = (chunk[at + 1] ?? 0) & 0x7f
      let start = at + 2
      if (length === 126) {
        if (chunk.length < at + 4) break
        length = chunk.readUInt16BE(at + 2)
        start = at + 4
      } else if (length === 127) {
        if (chunk.length < at + 10) break
        length = chunk.readUInt32BE(at + 6)
        start = at + 10
      }
      const end = start + length
      if (end > chunk.length) break
      this.#take((chunk[at] ?? 0) & 0x0f, chunk, start, end)
      at = end
    }
    // Copied: the read is shared.
    this.#rest = at < chunk.length ? Buffer.from(chunk.subarray(at)) : null
    this.#listener.allHeard()
  }

  #take(kind: number, bytes: Buffer, start: number, end: number): void {
    if (kind === opcode.binary) this.#listener.heard(bytes, start, end)
    else if (kind === opcode.ping) this.write(frameOf(opcode.pong, bytes.subarray(start, end)))
    else if (kind === opcode.close && !this.#isEnding) {
      const why = `${bytes.readUInt16BE(start)} ${bytes.toString('utf8', start + 2, end)}`
      throw new Error(`The server has closed a line: ${why}.`)
    }
  }
}

/** A message as it goes over the line. */
export function framed(message: Uint8Array): Buffer {
  return frameOf(opcode.binary, message)
}

function frameOf(kind: number, message: Uint8Array): Buffer {
  const { length } = message
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(head + 4 + length)
  frame[0] = 0x80 | kind
  if (head === 2) frame[1] = 0x80 | length
  else if (head === 4) {
    frame[1] = 0x80 | 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 0x80 | 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  mask.copy(frame, head)
  for (let at = 0; at < length; at += 1) {
    frame[head + 4 + at] = (message[at] ?? 0) ^ (mask[at & 3] ?? 0)
  }
  return frame
}

import type { Duplex } from 'node:stream'
import { WebSocket } from 'ws'
import type { CloseReason } from '../../shared/sync/closeReason.ts'
import { type Arrival, type Arrived, arrive, type SyncHouse } from './arrive.ts'
import type { Transport } from './Connection.ts'
import type { Message } from './Message.ts'
import type { SocketLines } from './SocketLines.ts'

/** What `ws` calls a frame that is larger than it may be. */
const tooLarge = 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH'

/** Pieces up to this size are put together before they are written. */
const copiedMaxBytes = 16 * 1024

/** A WebSocket as a line. What is sent to it in one turn of the event loop goes to the network in one write. */
export class SocketLine implements Transport {
  readonly #socket: WebSocket
  /** The stream under the socket: messages are framed already, once for all whom they go to. */
  readonly #stream: Duplex
  readonly #lines: SocketLines
  readonly #house: SyncHouse
  readonly #arrived: Arrived
  #outgoing: Buffer[] = []
  /** False when nothing has been heard since it was last asked for a sign of life. */
  #isHeard = true
  /** Since when it has read nothing of what waits for it, and how much waited then; null when nothing waits. */
  #stuck: { readonly since: number; readonly bytes: number } | null = null
  #isDropped = false
  /** The answer to the upgrade is held back, to go out together with what is said first. */
  #isOpening = true
  #reading: NodeJS.Timeout | null = null

  constructor(socket: WebSocket, stream: Duplex, lines: SocketLines, house: SyncHouse, arrival: Arrival) {
    this.#socket = socket
    this.#stream = stream
    this.#lines = lines
    this.#house = house
    this.#arrived = arrive(house, arrival, this)
    // A socket without this listener ends the process when the other side breaks the rules.
    socket.on('error', fault => this.#failed(fault))
    socket.on('message', (data: Buffer, isBinary) => this.#receive(data, isBinary))
    socket.on('pong', () => {
      this.#isHeard = true
    })
    socket.on('close', () => this.#gone())
  }

  send(message: Message): void {
    if (this.#outgoing.length === 0) this.#lines.flushSoon(this)
    for (const piece of message.onSocket) this.#outgoing.push(piece)
  }

  close(code: number, reason: CloseReason): void {
    this.flush()
    // The answer to a close is to be read, however much else the line has sent.
    this.#readOn()
    this.#socket.close(code, reason)
  }

  /** Ends the line without waiting for the other side. */
  cut(): void {
    this.#socket.terminate()
  }

  /** Writes what has been sent. */
  flush(): void {
    const outgoing = this.#outgoing
    const [only] = outgoing
    if (only === undefined) return
    this.#outgoing = []
    if (this.#socket.readyState !== WebSocket.OPEN || this.#stream.destroyed) return
    // Looked at before: one answer may be larger than all that is to wait, a whole document for one.
    if (this.#stream.writableLength > this.#house.limits.maxBacklogBytes) {
      this.#drop()
      return
    }
    if (outgoing.length === 1) this.#stream.write(only)
    else if (outgoing.some(({ length }) => length > copiedMaxBytes)) this.#writeEach(outgoing)
    else this.#stream.write(Buffer.concat(outgoing))
    this.begin()
  }

  /** Lets the answer to the upgrade out, if it has not gone. */
  begin(): void {
    if (!this.#isOpening) return
    this.#isOpening = false
    this.#stream.uncork()
  }

  /** In one go, but without copying what is large and goes to many. */
  #writeEach(outgoing: readonly Buffer[]): void {
    this.#stream.cork()
    for (const bytes of outgoing) this.#stream.write(bytes)
    this.#stream.uncork()
  }

  /** Ends the line if the other side has gone without a word, and asks for a sign of life otherwise. */
  findHalfOpen(): void {
    if (!this.#isHeard) this.#socket.terminate()
    else if (this.#socket.readyState === WebSocket.OPEN) this.#socket.ping()
    this.#isHeard = false
  }

  /** Ends the line if it has read nothing for too long of what it was sent. */
  findSlow(now: number): void {
    const waiting = this.#stream.writableLength
    if (waiting === 0) this.#stuck = null
    else if (!this.#stuck || waiting < this.#stuck.bytes) this.#stuck = { since: now, bytes: waiting }
    else if (now - this.#stuck.since >= this.#house.limits.slowReaderMs) this.#drop()
  }

  /** It comes back and catches up. The reason stands behind what it does not read: it is not waited for. */
  #drop(): void {
    if (this.#isDropped) return
    this.#isDropped = true
    this.#arrived.end('slowReader')
    setImmediate(() => this.#socket.terminate())
  }

  #receive(data: Buffer, isBinary: boolean): void {
    this.#isHeard = true
    if (!isBinary) {
      this.#arrived.end('malformedFrame')
      return
    }
    const waitMs = this.#arrived.receive(data)
    if (waitMs === 0 || this.#reading || this.#socket.readyState !== WebSocket.OPEN) return
    this.#socket.pause()
    this.#reading = setTimeout(() => this.#readOn(), waitMs)
  }

  #readOn(): void {
    if (!this.#reading) return
    clearTimeout(this.#reading)
    this.#reading = null
    this.#socket.resume()
  }

  #failed(fault: Error): void {
    if ('code' in fault && fault.code === tooLarge) this.#arrived.end('frameTooLarge')
    else this.#house.log({ kind: 'socketFault', fault })
  }

  #gone(): void {
    this.#readOn()
    this.#lines.remove(this)
    this.#arrived.gone()
  }
}

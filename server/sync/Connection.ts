import type { Me } from '../../shared/http/session.ts'
import { type CloseReason, closeReasons } from '../../shared/sync/closeReason.ts'
import { encodeFrame, type Frame } from '../../shared/sync/frame.ts'
import { type Author, authorOf } from '../document/documentRecords.ts'

/** What carries a connection's bytes: a socket, or a double in tests. */
export interface Transport {
  send(bytes: Uint8Array): void
  close(code: number, reason: string): void
}

/** One person's line to one document. */
export class Connection {
  readonly me: Me
  readonly author: Author
  /** Asked for acknowledgements, refusals and notices when joining; a stock y-websocket client does not. */
  readonly wantsOwnFrames: boolean
  /** The client id it speaks presence for; null before it has. */
  presenceId: number | null = null
  /** Update frames received so far; the acknowledgement counts them. */
  received = 0
  /** True once an update of its has been refused: what follows hangs on that one, and is not listened to. */
  refused = false
  readonly #transport: Transport
  #closed = false

  constructor(me: Me, wantsOwnFrames: boolean, transport: Transport) {
    this.me = me
    this.author = authorOf(me)
    this.wantsOwnFrames = wantsOwnFrames
    this.#transport = transport
  }

  send(frame: Frame): void {
    this.sendBytes(encodeFrame(frame))
  }

  /** Sends a frame that is encoded already, so that a room encodes once for all. */
  sendBytes(bytes: Uint8Array): void {
    if (!this.#closed) this.#transport.send(bytes)
  }

  close(reason: CloseReason): void {
    if (this.#closed) return
    this.#closed = true
    this.#transport.close(closeReasons[reason].code, reason)
  }

  get closed(): boolean {
    return this.#closed
  }

  /** The line is gone: nothing more is sent. */
  gone(): void {
    this.#closed = true
  }
}

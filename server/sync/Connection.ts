import type { Me } from '../../shared/http/session.ts'
import type { WritableKeys } from '../../shared/people/closedSection.ts'
import { type CloseReason, closeReasons } from '../../shared/sync/closeReason.ts'
import type { Frame } from '../../shared/sync/frame.ts'
import type { Refusal } from '../../shared/sync/refusal.ts'
import { type Author, authorOf } from '../document/documentRecords.ts'
import type { LiveDocument } from './LiveDocuments.ts'
import { Message } from './Message.ts'

/** What carries a connection's messages: a socket, ordinary requests, or a double in tests. */
export interface Transport {
  /** Sends in order, all of one turn of the event loop together. Never throws; what cannot be sent is the line's end. */
  send(message: Message): void
  /** Ends the line, after what has been sent. */
  close(code: number, reason: CloseReason): void
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
  /** Why an update of its has been refused: what follows hangs on that one, and is not listened to. */
  refused: Refusal | null = null
  /** How it was ended by us; null while it is open, or when the other side has gone. */
  endedBy: CloseReason | null = null
  readonly #transport: Transport
  /** Null when it is to be asked anew. */
  #writable: ReadonlyMap<string, WritableKeys> | null = null
  #closed = false

  constructor(me: Me, wantsOwnFrames: boolean, transport: Transport) {
    this.me = me
    this.author = authorOf(me)
    this.wantsOwnFrames = wantsOwnFrames
    this.#transport = transport
  }

  /** What she may write now: what `lookUp` says, until her rights may have changed. */
  writable(lookUp: LiveDocument['writable']): ReadonlyMap<string, WritableKeys> {
    this.#writable ??= lookUp(this.me)
    return this.#writable
  }

  /** What she may do here may have changed. */
  rightsChanged(): void {
    this.#writable = null
  }

  say(frame: Frame): void {
    this.send(Message.of(frame))
  }

  send(message: Message): void {
    if (!this.#closed) this.#transport.send(message)
  }

  close(reason: CloseReason): void {
    if (this.#closed) return
    this.#closed = true
    this.endedBy = reason
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

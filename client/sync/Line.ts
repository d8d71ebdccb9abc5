import { schemaVersion } from '../../shared/document/schemaVersion.ts'
import { type CloseReason, closeReasonOf, closeReasons } from '../../shared/sync/closeReason.ts'
import { decodeFrame, encodeFrame, type Frame } from '../../shared/sync/frame.ts'

/** Shortest and longest pause before trying again, and how long an attempt to connect may take. */
const firstPauseMs = 400
const longestPauseMs = 15_000
const attemptMs = 10_000
/** The server says a word every 15 s; after this long without one the line is dead, whatever the socket says. */
const silenceMs = 40_000

export interface LineEvents {
  /** The socket is open: join. */
  opened(): void
  received(frame: Frame): void
  /** Lost, and tried again by itself. `everHeard` is false when nothing came through on this attempt. */
  lost(everHeard: boolean): void
  /** Ended by the server for good, or until the document has been loaded anew. */
  ended(reason: CloseReason): void
}

/** A line to one document's room: a WebSocket that comes back by itself, with jitter, until it is told not to. */
export class Line {
  readonly #url: string
  readonly #events: LineEvents
  #socket: WebSocket | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #silence: ReturnType<typeof setTimeout> | undefined
  #failures = 0
  #closed = false

  /** `owner` is who writes on the page; where somebody else has signed in meanwhile, the line ends. */
  constructor(applicationId: string, owner: string, events: LineEvents) {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
    const asked = new URLSearchParams({ schema: String(schemaVersion), ack: '1', as: owner })
    this.#url = `${scheme}://${location.host}/sync/${applicationId}?${asked}`
    this.#events = events
    addEventListener('online', this.#comeBackNow)
    addEventListener('offline', this.#networkGone)
    this.#connect()
  }

  get open(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN
  }

  send(frame: Frame): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(encodeFrame(frame))
  }

  close(): void {
    this.#closed = true
    removeEventListener('online', this.#comeBackNow)
    removeEventListener('offline', this.#networkGone)
    clearTimeout(this.#timer)
    clearTimeout(this.#silence)
    const socket = this.#socket
    this.#socket = null
    socket?.close()
  }

  #connect(): void {
    const socket = new WebSocket(this.#url)
    socket.binaryType = 'arraybuffer'
    this.#socket = socket
    let heard = false
    // The server speaks first. Some proxies let a socket open and nothing through it.
    this.#timer = setTimeout(() => this.#lose(false), attemptMs)
    socket.onopen = () => this.#events.opened()
    socket.onmessage = event => {
      if (!heard) {
        heard = true
        clearTimeout(this.#timer)
        this.#failures = 0
      }
      this.#hear()
      const frame = event.data instanceof ArrayBuffer ? decodeFrame(new Uint8Array(event.data)) : null
      // A kind of frame that this version does not know is the server's own business.
      if (frame) this.#events.received(frame)
    }
    socket.onclose = event => {
      if (this.#socket !== socket) return
      const reason = closeReasonOf(event.code)
      if (reason && closeReasons[reason].again !== 'later') {
        this.close()
        this.#events.ended(reason)
      } else this.#lose(heard)
    }
  }

  /** The line is gone, whether or not the browser has noticed: its socket is let go and a new one is tried. */
  #lose(everHeard: boolean): void {
    const socket = this.#socket
    this.#socket = null
    socket?.close()
    clearTimeout(this.#silence)
    clearTimeout(this.#timer)
    if (this.#closed) return
    this.#events.lost(everHeard)
    this.#timer = setTimeout(() => this.#connect(), this.#pauseMs())
    this.#failures += 1
  }

  /** Grows with every failure, and is spread out so that a whole office does not come back at the same moment. */
  #pauseMs(): number {
    const longest = Math.min(longestPauseMs, firstPauseMs * 2 ** this.#failures)
    return longest / 2 + Math.random() * (longest / 2)
  }

  #hear(): void {
    clearTimeout(this.#silence)
    this.#silence = setTimeout(() => this.#lose(true), silenceMs)
  }

  readonly #comeBackNow = () => {
    if (this.#closed || this.#socket) return
    clearTimeout(this.#timer)
    this.#connect()
  }

  /** The device has left its network: no use waiting for a word that cannot come. */
  readonly #networkGone = () => {
    if (this.#socket) this.#lose(this.open)
  }
}

import { schemaVersion } from '../../shared/document/schemaVersion.ts'
import { type CloseReason, closeReasonOf, closeReasons } from '../../shared/sync/closeReason.ts'
import { encodeFrame, type Frame } from '../../shared/sync/frame.ts'
import { Attempt, type AttemptEvents } from './line/Attempt.ts'
import type { CarrierEvents, Way } from './line/Carrier.ts'
import { Pauses } from './line/Pauses.ts'
import { PollingCarrier } from './line/PollingCarrier.ts'
import { rememberRequests, requestsAreRemembered } from './line/rememberedWay.ts'
import { SocketCarrier } from './line/SocketCarrier.ts'
import { WayChoice } from './line/WayChoice.ts'

/** Pauses before trying again, and between looks for whether a socket gets through by now. */
const firstPauseMs = 400
const longestPauseMs = 15_000
const firstLookMs = 10_000
const longestLookMs = 600_000

export interface LineEvents {
  /** There is a line, the first or another one: join. What was sent on the one before may not have arrived. */
  opened(): void
  received(frame: Frame): void
  /** Lost, and tried again by itself; with the server's reason, when it gave one. */
  lost(reason: CloseReason | null): void
  /** Ended by the server for good, or until the document has been loaded anew. */
  ended(reason: CloseReason): void
}

/**
 * A line to one document's room that comes back by itself, with jitter, until it is told not to. A WebSocket; where
 * the network lets none through but ordinary requests, those, and now and then a look whether it does by now.
 */
export class Line {
  readonly #room: string
  readonly #query: string
  readonly #page = crypto.getRandomValues(new Uint32Array(2)).join('-')
  readonly #events: LineEvents
  readonly #choice = new WayChoice(requestsAreRemembered())
  readonly #pauses = new Pauses(firstPauseMs, longestPauseMs)
  readonly #lookPauses = new Pauses(firstLookMs, longestLookMs)
  #attempt: Attempt | null = null
  /** A socket that is tried while requests carry the line. */
  #look: Attempt | null = null
  #again: ReturnType<typeof setTimeout> | undefined
  #nextLook: ReturnType<typeof setTimeout> | undefined
  #closed = false

  /** `owner` is who writes on the page; where somebody else has signed in meanwhile, the line ends. */
  constructor(documentId: string, owner: string, events: LineEvents) {
    this.#room = `/sync/${documentId}`
    this.#query = new URLSearchParams({ schema: String(schemaVersion), ack: '1', as: owner }).toString()
    this.#events = events
    addEventListener('online', this.#comeBackNow)
    addEventListener('offline', this.#letGo)
    addEventListener('pagehide', this.#letGo)
    this.#connect()
    // The network may be another one since the last page.
    if (this.#choice.requestsWork) this.#lookForSockets()
  }

  send(frame: Frame): void {
    this.#attempt?.send(encodeFrame(frame))
  }

  close(): void {
    this.#closed = true
    removeEventListener('online', this.#comeBackNow)
    removeEventListener('offline', this.#letGo)
    removeEventListener('pagehide', this.#letGo)
    clearTimeout(this.#again)
    clearTimeout(this.#nextLook)
    this.#look?.close()
    this.#attempt?.close()
    this.#look = null
    this.#attempt = null
  }

  #connect(): void {
    // Whoever was told that the line is lost may have let it go for good.
    if (this.#closed) return
    const way = this.#choice.next
    this.#choice.tried(way)
    this.#attempt = new Attempt(way, this.#open, this.#told)
  }

  readonly #open = (way: Way, events: CarrierEvents) => {
    if (way === 'socket') return new SocketCarrier(`${this.#room}?${this.#query}`, events)
    return new PollingCarrier(this.#room, this.#query, this.#page, events)
  }

  readonly #told: AttemptEvents = {
    opened: attempt => attempt === this.#attempt && this.#events.opened(),
    firstWord: attempt => attempt === this.#look && this.#moveOver(attempt),
    received: (attempt, frame) => attempt === this.#attempt && this.#events.received(frame),
    answered: attempt => this.#answered(attempt),
    good: attempt => this.#good(attempt),
    over: (attempt, code) => (attempt === this.#look ? this.#lookAgainLater() : this.#over(attempt, code)),
  }

  #answered({ way }: Attempt): void {
    this.#choice.answered(way)
    if (way === 'socket') return
    rememberRequests(true)
    if (!this.#look && this.#nextLook === undefined) this.#lookAgainLater()
  }

  #good({ way }: Attempt): void {
    this.#pauses.reset()
    this.#choice.good(way)
    if (way === 'polling') return
    this.#lookPauses.reset()
    rememberRequests(false)
  }

  #over(attempt: Attempt, code: number | null): void {
    this.#attempt = null
    const reason = code === null ? null : closeReasonOf(code)
    if (reason && closeReasons[reason].again !== 'later') {
      this.close()
      this.#events.ended(reason)
      return
    }
    if (!reason && !attempt.isGood) this.#choice.failed(attempt.way)
    this.#events.lost(reason)
    // No pause makes a network let sockets through.
    if (attempt.way === 'socket' && this.#choice.next === 'polling') this.#connect()
    else this.#comeBackLater()
  }

  #comeBackLater(): void {
    clearTimeout(this.#again)
    this.#again = setTimeout(() => this.#connect(), this.#pauses.nextMs())
  }

  #lookForSockets(): void {
    clearTimeout(this.#nextLook)
    this.#look?.close()
    this.#look = new Attempt('socket', this.#open, this.#told)
  }

  #lookAgainLater(): void {
    clearTimeout(this.#nextLook)
    this.#look = null
    this.#nextLook = setTimeout(() => this.#lookForSockets(), this.#lookPauses.nextMs())
  }

  /** A socket gets through by now: it takes over, and nothing is lost between the two. */
  #moveOver(socket: Attempt): void {
    const before = this.#attempt
    clearTimeout(this.#again)
    clearTimeout(this.#nextLook)
    this.#nextLook = undefined
    this.#look = null
    this.#attempt = socket
    this.#events.opened()
    before?.close()
  }

  /** The network is back, perhaps another one. */
  readonly #comeBackNow = () => {
    if (!this.#attempt) {
      clearTimeout(this.#again)
      this.#connect()
    }
    if (this.#attempt?.way === 'polling') this.#lookForSockets()
  }

  /** The device has left its network, or the person the page: no use waiting for a word that cannot come. */
  readonly #letGo = () => {
    this.#look?.close()
    if (this.#look) this.#lookAgainLater()
    if (!this.#attempt) return
    this.#attempt.close()
    this.#attempt = null
    this.#events.lost(null)
    this.#comeBackLater()
  }
}

import type { Way } from './Carrier.ts'

/** This many sockets in a row must fail before requests are tried, where a socket has got through before. */
const mostFailures = 3

/**
 * Which way to try: a socket, unless the network lets none through but ordinary requests. A socket that fails where
 * one has worked is more often a server that starts again, and requests would fare no better.
 */
export class WayChoice {
  #requestsWork: boolean
  #socketsWork = false
  /** Sockets in a row that brought nothing, or were lost before they had been of use. */
  #failures = 0
  #last: Way | null = null

  /** `requestsWork`: it is known from before that they are what gets through. */
  constructor(requestsWork: boolean) {
    this.#requestsWork = requestsWork
  }

  /** Whether requests are what gets through here, as far as is known. */
  get requestsWork(): boolean {
    return this.#requestsWork
  }

  /** The way to try next. Where requests do not work either, both are tried in turn. */
  get next(): Way {
    const enough = this.#socketsWork ? mostFailures : 1
    const isTheirTurn = this.#last === 'socket' && this.#failures >= enough
    return this.#requestsWork || isTheirTurn ? 'polling' : 'socket'
  }

  tried(way: Way): void {
    this.#last = way
  }

  /** What was said on it has been answered. */
  answered(way: Way): void {
    if (way === 'polling') this.#requestsWork = true
    else this.#socketsWork = true
  }

  /** It has been of use. */
  good(way: Way): void {
    if (way === 'polling') return
    this.#requestsWork = false
    this.#failures = 0
  }

  /** The network has lost it before it was of use. */
  failed(way: Way): void {
    if (way === 'socket') this.#failures += 1
  }
}

import { decodeFrame, type Frame } from '../../../shared/sync/frame.ts'
import type { Carrier, OpenCarrier, Way } from './Carrier.ts'

/** How long the first word may take. The server speaks first, and some networks let nothing through. */
const firstWordMs: Record<Way, number> = { socket: 5_000, polling: 15_000 }
/**
 * How long the document may then take: 8 MiB over 2 Mbit/s. Some networks let through no more than that word, or
 * nothing on the way up.
 */
const answerMs = 32_000
/** The server says a word every 15 s; after this long without one the line is dead, whatever it says of itself. */
const silenceMs = 40_000
/** A line that is still heard after this long is a good one. */
const goodAfterMs = 10_000

export interface AttemptEvents {
  opened(attempt: Attempt): void
  /** Something has come through. Before the frames of it. */
  firstWord(attempt: Attempt): void
  received(attempt: Attempt, frame: Frame): void
  /** What is said on it is answered. Once. */
  answered(attempt: Attempt): void
  /** It has been of use: something was acknowledged, or it has been heard for a while. Once. */
  good(attempt: Attempt): void
  /** It has ended: with a close code, or null when the network has lost it. */
  over(attempt: Attempt, code: number | null): void
}

/** One carrier from its beginning to its end, and the watch over it. Nothing is told after `over` or `close()`. */
export class Attempt {
  readonly way: Way
  readonly #events: AttemptEvents
  readonly #carrier: Carrier
  #watch: ReturnType<typeof setTimeout>
  /** On the clock of `performance`; null before the first word. */
  #heardAt: number | null = null
  #isAnswered = false
  #isGood = false

  constructor(way: Way, open: OpenCarrier, events: AttemptEvents) {
    this.way = way
    this.#events = events
    this.#watch = setTimeout(() => this.#end(null), firstWordMs[way])
    this.#carrier = open(way, {
      opened: () => events.opened(this),
      heard: frames => this.#hear(frames),
      closed: code => this.#end(code),
    })
  }

  get isGood(): boolean {
    return this.#isGood
  }

  send(frame: Uint8Array<ArrayBuffer>): void {
    this.#carrier.send(frame)
  }

  close(): void {
    clearTimeout(this.#watch)
    this.#carrier.close()
  }

  #hear(frames: readonly Uint8Array[]): void {
    const now = performance.now()
    if (this.#heardAt === null) {
      this.#heardAt = now
      this.#waitFor(answerMs)
      this.#events.firstWord(this)
    }
    if (this.#isAnswered) {
      this.#waitFor(silenceMs)
      if (now - this.#heardAt >= goodAfterMs) this.#prove()
    }
    for (const bytes of frames) {
      // A kind of frame that this version does not know is the server's own business.
      const frame = decodeFrame(bytes)
      if (frame?.kind === 'syncStep2') this.#answer()
      if (frame?.kind === 'acknowledged') this.#prove()
      if (frame) this.#events.received(this, frame)
    }
  }

  #waitFor(ms: number): void {
    clearTimeout(this.#watch)
    this.#watch = setTimeout(() => this.#end(null), ms)
  }

  #answer(): void {
    if (this.#isAnswered) return
    this.#isAnswered = true
    this.#waitFor(silenceMs)
    this.#events.answered(this)
  }

  #prove(): void {
    if (this.#isGood) return
    this.#isGood = true
    this.#events.good(this)
  }

  #end(code: number | null): void {
    this.close()
    this.#events.over(this, code)
  }
}

import { batchMaxFrames, type LineAnswer } from '../../../shared/sync/batch.ts'
import { type CloseReason, closeReasons } from '../../../shared/sync/closeReason.ts'
import type { Arrived } from '../arrive.ts'
import type { Transport } from '../Connection.ts'
import type { Message } from '../Message.ts'

/** How long a poll waits for something to answer with. Proxies often give up after 30 s. */
export const pollMs = 20_000

/** A line that nobody polls for this long is gone. */
export const unpolledMs = 45_000

/** Most bytes of one answer, so that a slow network has each of them in time; one larger frame goes alone. */
export const answerMaxBytes = 256 * 1024

export interface PollingLineOptions {
  /** Most bytes that wait for polls to fetch them; more, and the line is ended as that of a slow reader. */
  readonly maxBacklogBytes: number
  /** Told once when the line is over for this side too: nobody will ask for it again. */
  readonly over: () => void
}

/**
 * One person's line over ordinary requests. What is sent waits, numbered, until a poll says that it has arrived; what
 * comes is taken once, in order, however often it is sent.
 */
export class PollingLine implements Transport {
  readonly #options: PollingLineOptions
  #arrived: Arrived | null = null
  /** What has not been confirmed, oldest first, and the number of the first of it. */
  #kept: Uint8Array[] = []
  #firstKept = 1
  #keptBytes = 0
  #ended: CloseReason | null = null
  #over = false
  /** Number of the last batch that has come, and its reading, which resolves when all of it has been taken. */
  #lastBatch = 0
  #taken: Promise<void> = Promise.resolve()
  #isReading = false
  #poll: { readonly answer: (answer: LineAnswer) => void; readonly timer: NodeJS.Timeout } | null = null
  /** Runs while nobody polls. */
  #unpolled: NodeJS.Timeout | undefined
  #isWoken = false

  constructor(options: PollingLineOptions) {
    this.#options = options
    this.#waitForPoll()
  }

  /** Where what comes goes to. Once, right after the line has been made. */
  leadTo(arrived: Arrived): void {
    this.#arrived = arrived
  }

  /** Why the room has ended it; null while it has not. */
  get ended(): CloseReason | null {
    return this.#ended
  }

  send({ bytes }: Message): void {
    if (this.#ended || this.#over) return
    // Looked at before: one answer may be larger than all that is to wait, a whole document for one.
    if (this.#keptBytes > this.#options.maxBacklogBytes) {
      // Of no use to one who comes back and catches up, and only in the way until then.
      this.#letGoOf(this.#kept.length)
      this.#arrived?.end('slowReader')
      return
    }
    this.#kept.push(bytes)
    this.#keptBytes += bytes.length
    this.#wake()
  }

  /** What has been sent, and the end after it, are there to be asked for until nobody asks any more. */
  close(_code: number, reason: CloseReason): void {
    if (this.#ended || this.#over) return
    this.#ended = reason
    // Not at once: whoever ends a line may be in the middle of a word to a whole room.
    setImmediate(() => this.#tellGone())
    this.#wake()
  }

  /**
   * Gives what comes after frame `after`, as soon as there is something, at last nothing. A poll that already waits is
   * answered with nothing. Null when `after` has never been sent.
   */
  poll(after: number, leaves: AbortSignal): Promise<LineAnswer> | null {
    if (after >= this.#firstKept + this.#kept.length) return null
    // Late on its way here, and what it asks for is known to have arrived: nobody waits for this answer.
    const isStale = after < this.#firstKept - 1
    if (isStale || leaves.aborted) return Promise.resolve({ first: after + 1, frames: [], endedWith: null })
    this.#answer([])
    this.#letGoOf(after - this.#firstKept + 1)
    clearTimeout(this.#unpolled)
    return new Promise(resolve => {
      const poll = { answer: resolve, timer: setTimeout(() => this.#answer([]), pollMs) }
      this.#poll = poll
      leaves.addEventListener('abort', () => this.#poll === poll && this.#answer([]), { once: true })
      if (this.#kept.length > 0 || this.#ended) this.#answerWithAll()
    })
  }

  /**
   * Takes the batch with this number, unless it has come before. Resolves when all that have come are taken, with the
   * number of the last; null when one before it is missing or still being read, for its sender sends one at a time.
   * What comes quicker than the room reads waits here.
   */
  async take(number: number, frames: readonly Uint8Array[]): Promise<number | null> {
    if (number > this.#lastBatch) {
      if (number > this.#lastBatch + 1 || this.#isReading) return null
      this.#lastBatch = number
      this.#taken = this.#read(frames)
    }
    await this.#taken
    return this.#lastBatch
  }

  /** Ends it for a reason that has been found on this side of it. */
  endFor(reason: CloseReason): void {
    this.#arrived?.end(reason)
  }

  /** The other side has left, or has not been heard of for too long. */
  leave(): void {
    if (this.#over) return
    this.#over = true
    this.#answer([])
    clearTimeout(this.#unpolled)
    this.#letGoOf(this.#kept.length)
    this.#tellGone()
    this.#options.over()
  }

  async #read(frames: readonly Uint8Array[]): Promise<void> {
    this.#isReading = true
    for (const frame of frames) {
      if (this.#ended) break
      const waitMs = this.#arrived?.receive(frame) ?? 0
      if (waitMs > 0) await new Promise(resolve => setTimeout(resolve, waitMs))
    }
    this.#isReading = false
  }

  #tellGone(): void {
    this.#arrived?.gone()
    this.#arrived = null
  }

  /** All that is said in one turn of the event loop goes in one answer. */
  #wake(): void {
    if (!this.#poll || this.#isWoken) return
    this.#isWoken = true
    setImmediate(() => {
      this.#isWoken = false
      this.#answerWithAll()
    })
  }

  #answerWithAll(): void {
    let bytes = 0
    const end = this.#kept.findIndex((frame, at) => {
      bytes += frame.length
      return at > 0 && (bytes > answerMaxBytes || at >= batchMaxFrames)
    })
    this.#answer(end === -1 ? this.#kept.slice() : this.#kept.slice(0, end))
  }

  /** Ends the poll that waits, if any. */
  #answer(frames: readonly Uint8Array[]): void {
    const poll = this.#poll
    if (!poll) return
    this.#poll = null
    clearTimeout(poll.timer)
    const isAll = frames.length === this.#kept.length
    const endedWith = this.#ended && isAll ? closeReasons[this.#ended].code : null
    this.#waitForPoll()
    poll.answer({ first: this.#firstKept, frames, endedWith })
  }

  #letGoOf(count: number): void {
    for (const frame of this.#kept.splice(0, count)) this.#keptBytes -= frame.length
    this.#firstKept += count
  }

  #waitForPoll(): void {
    clearTimeout(this.#unpolled)
    this.#unpolled = setTimeout(() => this.leave(), unpolledMs)
    this.#unpolled.unref()
  }
}

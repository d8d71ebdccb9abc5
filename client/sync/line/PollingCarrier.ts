import { batchReceivedSchema, lineBegunSchema } from '../../../shared/http/line.ts'
import type { ProblemKind } from '../../../shared/http/problem.ts'
import { batchMaxFrames, decodeLineAnswer, encodeBatch } from '../../../shared/sync/batch.ts'
import { type CloseReason, closeReasons } from '../../../shared/sync/closeReason.ts'
import { type Asked, ask } from './ask.ts'
import type { Carrier, CarrierEvents } from './Carrier.ts'
import { Pauses } from './Pauses.ts'

/** How long a request may take, and a poll, which the server answers after 20 s at the latest. */
const requestMs = 12_000
const pollMs = 32_000
/** The slowest network that is waited for: what is large may take longer on its way up. */
const leastBytesPerMs = 16
/** A request that is lost this many times in a row ends the line; it is begun anew when the network is back. */
const mostTries = 4
const firstPauseMs = 300
const longestPauseMs = 2000
/** Small enough for every proxy; one larger frame goes alone. */
const batchMaxBytes = 48 * 1024
/** An empty answer that comes sooner was not waited for: something on the way answers by itself. */
const emptyMinMs = 1000

/** What a refused request says of its line; of all other refusals it can only be begun anew. */
const endOf: Partial<Record<ProblemKind, CloseReason>> = {
  signedOut: 'signedOut',
  tooLarge: 'frameTooLarge',
}

/** Why a line goes no further: the server's close code, or null when the network is to blame. */
class Ended extends Error {
  readonly code: number | null

  constructor(code: number | null) {
    super(`The line has ended (${code ?? 'network'}).`)
    this.code = code
  }
}

/** Ordinary requests: a poll that waits for what comes, and numbered batches of what goes, one in flight. */
export class PollingCarrier implements Carrier {
  readonly way = 'polling'
  readonly #events: CarrierEvents
  readonly #closing = new AbortController()
  /** Where the line is; null until it has begun. */
  #path: string | null = null
  #queue: Uint8Array[] = []
  /** Ends the wait for something to send. */
  #wake = () => {}

  /**
   * `room` is the path of the room, and `query` what a socket would ask it with. `page` is the same in all lines of one
   * page: each takes the place of the one before, whose loss the server may not have heard of.
   */
  constructor(room: string, query: string, page: string, events: CarrierEvents) {
    this.#events = events
    void this.#run(`${room}/line`, `${query}&page=${page}`)
  }

  send(frame: Uint8Array): void {
    if (!this.#path || this.#closed) return
    this.#queue.push(frame)
    this.#wake()
  }

  close(): void {
    if (this.#closed) return
    this.#closing.abort()
    this.#wake()
    if (this.#path) void this.#leave(this.#path)
  }

  get #closed(): boolean {
    return this.#closing.signal.aborted
  }

  async #run(lines: string, query: string): Promise<void> {
    let code: number | null = null
    try {
      const path = `${lines}/${await this.#begin(`${lines}?${query}`)}`
      if (this.#closed) {
        await this.#leave(path)
        return
      }
      this.#path = path
      this.#events.opened()
      await Promise.all([this.#poll(path), this.#post(path)])
    } catch (fault) {
      if (!(fault instanceof Ended)) throw fault
      code = fault.code
    } finally {
      if (!this.#closed) {
        this.close()
        this.#events.closed(code)
      }
    }
  }

  async #begin(address: string): Promise<string> {
    const begun = await this.#ask(address, 1, {
      method: 'POST',
      withinMs: requestMs,
      // Not let go with the line: its name must be known to leave it.
      signal: new AbortController().signal,
      read: async answer => lineBegunSchema.parse(await answer.json()),
    })
    if (!begun || 'endedWith' in begun) throw new Ended(begun?.endedWith ?? null)
    return begun.token
  }

  /** Takes what comes. What an answer that was lost has said is answered again. */
  async #poll(path: string): Promise<void> {
    const asked = {
      method: 'GET',
      withinMs: pollMs,
      signal: this.#closing.signal,
      read: async (answer: Response) => decodeLineAnswer(new Uint8Array(await answer.arrayBuffer())),
    } as const
    let after = 0
    while (!this.#closed) {
      const began = performance.now()
      const answer = await this.#ask(`${path}?after=${after}`, mostTries, asked)
      if (this.#closed) return
      // An answer to another poll, kept by something on the way, say: what it leaves out or repeats is not guessed at.
      if (answer?.first !== after + 1) throw new Ended(null)
      const { frames } = answer
      after += frames.length
      this.#events.heard(frames)
      if (answer.endedWith !== null) throw new Ended(answer.endedWith)
      if (frames.length === 0 && performance.now() - began < emptyMinMs) await pause(emptyMinMs)
    }
  }

  /** Sends what waits, as much of it in each request as there is room for. */
  async #post(path: string): Promise<void> {
    for (let number = 1; !this.#closed; ) {
      const frames = this.#nextBatch()
      if (frames.length === 0) {
        await new Promise<void>(resolve => {
          this.#wake = resolve
        })
        continue
      }
      const body = encodeBatch(frames)
      const arrived = await this.#ask(`${path}/${number}`, mostTries, {
        method: 'POST',
        body,
        withinMs: requestMs + body.length / leastBytesPerMs,
        signal: this.#closing.signal,
        read: async answer => batchReceivedSchema.parse(await answer.json()),
      })
      // The poll brings what was said before the end, and why it ended.
      if (!arrived) return
      number += 1
    }
  }

  #nextBatch(): Uint8Array[] {
    let bytes = 0
    const end = this.#queue.findIndex((frame, at) => {
      bytes += frame.length
      return at > 0 && (bytes > batchMaxBytes || at >= batchMaxFrames)
    })
    return this.#queue.splice(0, end === -1 ? this.#queue.length : end)
  }

  /** Outlives the page. */
  async #leave(path: string): Promise<void> {
    await fetch(path, { method: 'DELETE', credentials: 'same-origin', keepalive: true }).catch(() => {
      // A line that nobody polls ends by itself.
    })
  }

  /** Asks, again if need be. Null when the line has ended. Throws `Ended` when there is no use in asking any more. */
  async #ask<T>(address: string, tries: number, asked: Asked<T>): Promise<T | null> {
    const pauses = new Pauses(firstPauseMs, longestPauseMs)
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await ask(address, asked)
      if (outcome.is === 'answered') return outcome.value
      if (outcome.is === 'refused' && outcome.kind === 'lineEnded') return null
      const reason = outcome.is === 'refused' ? endOf[outcome.kind] : undefined
      if (reason) throw new Ended(closeReasons[reason].code)
      if (outcome.is === 'refused' || this.#closed || attempt === tries) throw new Ended(null)
      await pause(pauses.nextMs())
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}

import { closeReasons } from '../../shared/sync/closeReason.ts'
import type { SocketLine } from './SocketLine.ts'

/** How often a half-open line, and a slow reader, is looked for. */
const halfOpenEveryMs = 15_000
const slowEveryMs = 1_000

/** All lines over sockets: one timer and one flush for all, since a line by itself should cost next to nothing. */
export class SocketLines {
  readonly #lines = new Set<SocketLine>()
  #unflushed: SocketLine[] = []
  #opening: SocketLine[] = []
  #whenEmpty: () => void = () => {}
  readonly #timers: readonly NodeJS.Timeout[]

  constructor() {
    this.#timers = [
      setInterval(() => {
        for (const line of this.#lines) line.findHalfOpen()
      }, halfOpenEveryMs).unref(),
      setInterval(() => {
        const now = performance.now()
        for (const line of this.#lines) line.findSlow(now)
      }, slowEveryMs).unref(),
    ]
  }

  /** A line whose `begin` is called at the end of this turn of the event loop at the latest. */
  open(line: SocketLine): void {
    this.#lines.add(line)
    if (this.#opening.length === 0) setImmediate(() => this.#begin())
    this.#opening.push(line)
  }

  remove(line: SocketLine): void {
    this.#lines.delete(line)
    if (this.#lines.size === 0) this.#whenEmpty()
  }

  /** Flushes the line at the end of this turn of the event loop. */
  flushSoon(line: SocketLine): void {
    if (this.#unflushed.length === 0) process.nextTick(() => this.#flush())
    this.#unflushed.push(line)
  }

  /** Ends every line, if it has not been ended, and cuts those that have not gone after `waitMs`. */
  async stop(waitMs: number): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer)
    for (const line of this.#lines) line.close(closeReasons.serverStopping.code, 'serverStopping')
    if (this.#lines.size === 0) return
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, waitMs)
      this.#whenEmpty = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    for (const line of this.#lines) line.cut()
  }

  #begin(): void {
    const lines = this.#opening
    this.#opening = []
    for (const line of lines) line.begin()
  }

  #flush(): void {
    const lines = this.#unflushed
    this.#unflushed = []
    for (const line of lines) line.flush()
  }
}

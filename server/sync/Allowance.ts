import type { SyncLimits } from './limits.ts'

/** How much may be read at once after a quiet time, in seconds of the rate. */
const burstSeconds = 10

/** How quickly one line is read. What it sends beyond that waits; nothing is lost by it. */
export class Allowance {
  readonly #limits: Pick<SyncLimits, 'bytesPerSecond' | 'messagesPerSecond'>
  #messages: number
  #bytes: number
  #at: number

  /** `now` in milliseconds, here and below. */
  constructor(limits: Pick<SyncLimits, 'bytesPerSecond' | 'messagesPerSecond'>, now: number) {
    this.#limits = limits
    this.#messages = limits.messagesPerSecond * burstSeconds
    this.#bytes = limits.bytesPerSecond * burstSeconds
    this.#at = now
  }

  /** A message of so many bytes has been read. Gives how many milliseconds to wait before the next is. */
  spend(bytes: number, now: number): number {
    const { bytesPerSecond, messagesPerSecond } = this.#limits
    const seconds = (now - this.#at) / 1000
    this.#at = now
    this.#messages =
      Math.min(messagesPerSecond * burstSeconds, this.#messages + seconds * messagesPerSecond) - 1
    this.#bytes = Math.min(bytesPerSecond * burstSeconds, this.#bytes + seconds * bytesPerSecond) - bytes
    const behindSeconds = Math.max(-this.#messages / messagesPerSecond, -this.#bytes / bytesPerSecond)
    return behindSeconds > 0 ? Math.ceil(behindSeconds * 1000) : 0
  }
}

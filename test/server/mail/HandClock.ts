import type { QueueClock } from '../../../server/mail/QueueClock.ts'

interface Alarm {
  readonly at: number
  readonly work: () => void
}

/** A clock that stands still until a test moves it. Chance is always in the middle. */
export class HandClock implements QueueClock {
  #now: number
  readonly #alarms = new Set<Alarm>()
  chance = 0.5

  constructor(at = '2026-11-22T09:00:00Z') {
    this.#now = Date.parse(at)
  }

  now(): number {
    return this.#now
  }

  after(waitMs: number, work: () => void): () => void {
    const alarm = { at: this.#now + waitMs, work }
    this.#alarms.add(alarm)
    return () => this.#alarms.delete(alarm)
  }

  random(): number {
    return this.chance
  }

  /** How long it is until the next alarm; null when there is none. */
  get nextInMs(): number | null {
    const [first] = this.#inOrder()
    return first ? first.at - this.#now : null
  }

  /** Goes on until an instant, likewise; or is set back to it. */
  set(at: string): void {
    this.pass(Date.parse(at) - this.#now)
  }

  /** Goes on by as much, and lets go off what is due by then. */
  pass(ms: number): void {
    this.#now += ms
    for (const alarm of this.#inOrder().filter(({ at }) => at <= this.#now)) {
      if (this.#alarms.delete(alarm)) alarm.work()
    }
  }

  #inOrder(): Alarm[] {
    return [...this.#alarms].toSorted((one, other) => one.at - other.at)
  }
}

/** Lets the program go on until something is so. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(resolve => setImmediate(resolve))
}

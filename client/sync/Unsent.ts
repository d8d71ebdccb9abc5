import { largestUpdateBytes } from '../../shared/sync/updateSize.ts'
import type { Outbox, OutboxEntry } from './outbox.ts'
import type { Unacknowledged } from './rebuild/poisoned.ts'
import { splitUpdate } from './splitUpdate.ts'

/** Edits with a shorter pause between them count as one change in what the page says. */
const burstPauseMs = 1000

interface Waiting {
  readonly update: Uint8Array
  readonly burst: number
  readonly again: boolean
  /** When it began to wait, on the clock of `performance`. */
  readonly since: number
  /**
   * Resolves when the browser has it: its key then lets it go. Null when it cannot keep it, and for all but the last
   * part of what is sent in parts.
   */
  readonly kept: Promise<number | null>
}

/** What I have written and the server has not acknowledged, in order: kept in the outbox, sent, and let go of. */
export class Unsent {
  readonly #outbox: Outbox
  #waiting: Waiting[] = []
  /** How many of `#waiting` have been sent on this line, and the server's count when the line began at 0. */
  #sent = 0
  #acknowledged = 0
  #burst: number
  #lastEditAt = Number.NEGATIVE_INFINITY
  /** Updates that wait, of each burst. */
  readonly #bursts = new Map<number, number>()
  /** Acknowledged, and still in the outbox. */
  #gone: Waiting[] = []
  #lettingGo = false

  /** `left` is what the outbox held. */
  constructor(outbox: Outbox, left: readonly OutboxEntry[]) {
    this.#outbox = outbox
    this.#burst = Math.max(0, ...left.map(entry => entry.burst))
    const since = performance.now()
    for (const { key, ...entry } of left) this.#wait({ ...entry, since, kept: Promise.resolve(key) })
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0
  }

  /** Changes, as people count them. */
  get changes(): number {
    return this.#bursts.size
  }

  /** When the oldest began to wait, on the clock of `performance`; null when nothing waits. */
  get since(): number | null {
    return this.#waiting[0]?.since ?? null
  }

  get updates(): readonly Uint8Array[] {
    return this.#waiting.map(({ update }) => update)
  }

  /** Keeps what has been written now. */
  add(update: Uint8Array): void {
    const now = performance.now()
    if (now - this.#lastEditAt > burstPauseMs) this.#burst += 1
    this.#lastEditAt = now
    const kept = this.#outbox.add(update, this.#burst)
    this.#wait({ update, burst: this.#burst, again: false, since: now, kept })
  }

  /** A line has begun: nothing has been sent on it. */
  begin(): void {
    this.#sent = 0
    this.#acknowledged = 0
  }

  /** What has not been sent on this line. It counts as sent from now on. */
  toSend(): readonly Uint8Array[] {
    const updates = this.#waiting.slice(this.#sent).map(({ update }) => update)
    this.#sent = this.#waiting.length
    return updates
  }

  /** So many updates of this line are on the server's disk. Gives the bursts they were of. */
  acknowledge(count: number): readonly number[] {
    const done = this.#waiting.splice(0, Math.min(count - this.#acknowledged, this.#sent))
    this.#acknowledged = count
    this.#sent -= done.length
    for (const { burst } of done) {
      const left = (this.#bursts.get(burst) ?? 0) - 1
      if (left > 0) this.#bursts.set(burst, left)
      else this.#bursts.delete(burst)
    }
    void this.#letGo(done)
    return done.map(({ burst }) => burst)
  }

  /** Place among those that wait of the largest that has been sent: what a line may have been ended for. */
  largestSent(): number {
    const sizes = this.#waiting.slice(0, this.#sent).map(({ update }) => update.length)
    return Math.max(0, sizes.indexOf(Math.max(...sizes)))
  }

  /** All that waits, once the browser has kept what it can. */
  async unacknowledged(): Promise<readonly Unacknowledged[]> {
    return await Promise.all(
      this.#waiting.map(async ({ update, again, kept }) => ({ key: await kept, update, again })),
    )
  }

  #wait(waiting: Waiting): void {
    const parts = splitUpdate(waiting.update, largestUpdateBytes)
    for (const [at, update] of parts.entries()) {
      const kept = at === parts.length - 1 ? waiting.kept : Promise.resolve(null)
      this.#waiting.push({ ...waiting, update, kept })
    }
    this.#bursts.set(waiting.burst, (this.#bursts.get(waiting.burst) ?? 0) + parts.length)
  }

  async #letGo(done: readonly Waiting[]): Promise<void> {
    this.#gone.push(...done)
    if (this.#lettingGo) return
    this.#lettingGo = true
    // Many at a time: thousands of small ones after a long time without contact would take the browser minutes.
    while (this.#gone.length > 0) {
      const keys = await Promise.all(this.#gone.splice(0).map(({ kept }) => kept))
      await this.#outbox.remove(keys.filter(key => key !== null))
    }
    this.#lettingGo = false
  }
}

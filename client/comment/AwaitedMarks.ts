import type { Thread } from '../../shared/http/comments.ts'

/** How long the mark of a thread that has just come may be on its way, over the other line. */
const comesWithinMs = 8_000

/** Threads whose words are to be marked in the text, and whose mark may be on its way. */
export class AwaitedMarks {
  readonly #ids = new Set<string>()
  readonly #timers = new Set<ReturnType<typeof setTimeout>>()
  readonly #onOver: () => void

  /** `onOver` is called when one is not waited for any more. */
  constructor(onOver: () => void) {
    this.#onOver = onOver
  }

  has(threadId: string): boolean {
    return this.#ids.has(threadId)
  }

  /** A thread has come; `before` is what was known of it. */
  come({ id, place, internalTo }: Thread, before: Thread | undefined): void {
    const wasMarked = before !== undefined && before.internalTo === null
    if (place.is !== 'text' || internalTo !== null || wasMarked || this.#ids.has(id)) return
    this.#ids.add(id)
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      this.#ids.delete(id)
      this.#onOver()
    }, comesWithinMs)
    this.#timers.add(timer)
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer)
  }
}

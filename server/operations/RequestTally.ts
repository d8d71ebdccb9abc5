import type { MiddlewareHandler } from 'hono'

/** The requests that have been answered, and those that are being. */
export class RequestTally {
  /** Answers by the first digit of their status. A line that is opened is a `1xx`. */
  readonly answered = { '1xx': 0, '2xx': 0, '3xx': 0, '4xx': 0, '5xx': 0 }
  #underWay = 0
  #waiting: (() => void)[] = []

  /** Counts every request that passes. */
  count(): MiddlewareHandler {
    return async (c, next) => {
      this.#underWay += 1
      try {
        await next()
      } finally {
        this.#underWay -= 1
        this.note(c.res.status)
        if (this.#underWay === 0) for (const resolve of this.#waiting.splice(0)) resolve()
      }
    }
  }

  /** Counts an answer that was given without asking any route. */
  note(status: number): void {
    const kind = `${Math.floor(status / 100)}xx`
    if (kind in this.answered) this.answered[kind as keyof typeof this.answered] += 1
  }

  /** Resolves when no request is being answered. */
  async idle(): Promise<void> {
    if (this.#underWay === 0) return
    await new Promise<void>(resolve => this.#waiting.push(resolve))
  }
}

import { Histogram } from './Histogram.ts'

/** How often is looked. A turn that is held up longer than this is always seen. */
const everyMs = 100
const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

/** How late the event loop comes to what is due: looked at ten times a second. */
export class EventLoopDelay {
  readonly delay = new Histogram(bounds)
  readonly #timer: NodeJS.Timeout

  constructor() {
    let due = performance.now() + everyMs
    this.#timer = setInterval(() => {
      const now = performance.now()
      this.delay.observe(Math.max(0, now - due) / 1000)
      due = now + everyMs
    }, everyMs)
    this.#timer.unref()
  }

  stop(): void {
    clearInterval(this.#timer)
  }
}

/**
 * Knows whether a mouse button or finger is down. What leaving a field draws (a reason, a hint that goes) moves
 * what is below it; done between press and release it would move the very button that is being pressed, and the
 * click would be lost. So it waits.
 */
export class Presses {
  #down = false
  #waiting: (() => void)[] = []

  /** Begins to watch a window; returns how to stop. */
  watch(target: EventTarget): () => void {
    const press = () => {
      this.#down = true
    }
    const release = () => {
      this.#down = false
      // The click comes after the release, in the same turn.
      if (this.#waiting.length > 0) setTimeout(() => this.#run())
    }
    const watched = [
      ['pointerdown', press],
      ['pointerup', release],
      ['pointercancel', release],
    ] as const
    for (const [event, listener] of watched) target.addEventListener(event, listener, true)
    return () => {
      for (const [event, listener] of watched) target.removeEventListener(event, listener, true)
      release()
    }
  }

  /** Runs `task` when nothing is pressed: soon, or after the release. */
  after(task: () => void): void {
    this.#waiting.push(task)
    if (!this.#down) setTimeout(() => this.#run())
  }

  #run(): void {
    if (this.#down) return
    for (const task of this.#waiting.splice(0)) task()
  }
}

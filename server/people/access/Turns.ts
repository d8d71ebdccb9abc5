/** Changes of one ansökan's access, one after the other: each is decided upon what those before it have left. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve()

  take<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work)
    // What goes wrong is told to whoever asked for it.
    this.#last = done.catch(() => {})
    return done
  }
}

/** Tells those who listen to a key that it has changed, and nobody else: one changed cell draws one cell. */
export class Signals {
  readonly #listeners = new Map<string, Set<() => void>>()

  /** Returns how to stop. */
  on(key: string, listener: () => void): () => void {
    const known = this.#listeners.get(key) ?? new Set()
    this.#listeners.set(key, known)
    known.add(listener)
    return () => {
      known.delete(listener)
      if (known.size === 0 && this.#listeners.get(key) === known) this.#listeners.delete(key)
    }
  }

  tell(key: string): void {
    for (const listener of [...(this.#listeners.get(key) ?? [])]) listener()
  }

  /** Tells all whose key begins so. */
  tellUnder(prefix: string): void {
    for (const key of [...this.#listeners.keys()]) if (key.startsWith(prefix)) this.tell(key)
  }
}

import { commentKey } from '../../shared/document/nodes/commentKey.ts'

/** The threads of one document that all may see, by the key that their mark has in the text. For the guard. */
export class MarkKeys {
  readonly #shared: () => Iterable<string>
  readonly #byKey = new Map<string, string>()
  readonly #known = new Set<string>()

  /** `shared` gives the ids of all such threads as they are now; none ever leaves them. */
  constructor(shared: () => Iterable<string>) {
    this.#shared = shared
  }

  /** The thread whose mark has this key; null when there is none that all may see. */
  threadOf(key: string): string | null {
    return this.#byKey.get(key) ?? this.#lookAgain(key)
  }

  /** A thread is hashed once, and the rest is quick: an unknown key ends the line of whoever sent it. */
  #lookAgain(key: string): string | null {
    for (const thread of this.#shared()) {
      if (this.#known.has(thread)) continue
      this.#known.add(thread)
      this.#byKey.set(commentKey(thread), thread)
    }
    return this.#byKey.get(key) ?? null
  }
}

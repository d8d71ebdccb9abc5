/** How long a stop waits for words that are looked for. What is left is looked for when the text changes again. */
export const stopWaitsMs = 1_000
/** How long it is quiet in a text before it is looked at, and how long it waits at most. */
const quietMs = 1_000
const waitsMs = 10_000

interface Changed {
  readonly sections: Set<string>
  readonly since: number
  readonly timer: NodeJS.Timeout
}

/**
 * Does something about the texts that have changed, when nobody has written in them for a moment. In one ansökan one
 * thing at a time: what takes long is not begun again before it has come to its end.
 */
export class WhenQuiet {
  readonly #act: (id: string, sections: ReadonlySet<string>) => Promise<void>
  readonly #failed: (id: string, fault: unknown) => void
  readonly #changed = new Map<string, Changed>()
  /** By ansökan. */
  readonly #acting = new Map<string, Promise<void>>()

  /** `failed` is told when `act` rejects: it is called again when the text changes again. */
  constructor(
    act: (id: string, sections: ReadonlySet<string>) => Promise<void>,
    failed: (id: string, fault: unknown) => void,
  ) {
    this.#act = act
    this.#failed = failed
  }

  /** The text of these sections of an ansökan has changed. Told with every update: the work is done later. */
  changed(id: string, sections: ReadonlySet<string>): void {
    const known = this.#changed.get(id)
    const changed = known ?? {
      sections: new Set<string>(),
      since: performance.now(),
      timer: setTimeout(() => this.#begin(id), quietMs).unref(),
    }
    for (const section of sections) changed.sections.add(section)
    if (!known) this.#changed.set(id, changed)
    else if (performance.now() - known.since < waitsMs) known.timer.refresh()
  }

  /** Does at once what still waits, and waits for it. */
  async settle(): Promise<void> {
    while (this.#changed.size + this.#acting.size > 0) {
      for (const id of [...this.#changed.keys()]) this.#begin(id)
      await Promise.all(this.#acting.values())
    }
  }

  #begin(id: string): void {
    const changed = this.#changed.get(id)
    if (!changed) return
    if (this.#acting.has(id)) {
      changed.timer.refresh()
      return
    }
    clearTimeout(changed.timer)
    this.#changed.delete(id)
    const acting = this.#act(id, changed.sections)
      .catch(fault => this.#failed(id, fault))
      .finally(() => this.#acting.delete(id))
    this.#acting.set(id, acting)
  }
}

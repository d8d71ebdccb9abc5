import * as Y from 'yjs'
import { itemsIn } from '../../../shared/document/items.ts'

/** One row of a list as it is drawn. */
export interface Row {
  readonly key: string
  readonly map: Y.Map<unknown>
  /** Who removed it, by client id; null while it stands. Kept in view until its reader lets it go. */
  readonly removedBy: number | null
}

/**
 * The rows of a list as one reader sees them. A row that somebody else removes while she writes in it, or has
 * written in, stays in view until she has seen it; so does one she removed herself, to be taken back.
 */
export class ItemRows {
  readonly #root: Y.Map<unknown>
  readonly #isMine: (key: string) => boolean
  readonly #inView = new Set<string>()
  readonly #listeners = new Set<() => void>()
  #removed: ReadonlySet<string>
  #rows: readonly Row[]
  readonly #onEvents = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) => {
    if (events.some(event => event instanceof Y.YMapEvent)) this.#refresh()
  }

  /** `isMine` tells whether I am in a row, or have written in it. */
  constructor(root: Y.Map<unknown>, isMine: (key: string) => boolean) {
    this.#root = root
    this.#isMine = isMine
    this.#removed = removedIn(root)
    this.#rows = this.#list()
  }

  /** The same array until something changes. */
  readonly rows = (): readonly Row[] => this.#rows

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) {
      this.#root.observeDeep(this.#onEvents)
      this.#refresh()
    }
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size === 0) this.#root.unobserveDeep(this.#onEvents)
    }
  }

  /** Keeps a row in view although it is (about to be) removed. */
  keep(key: string): void {
    this.#inView.add(key)
  }

  /** Lets a removed row go out of view. */
  letGo(key: string): void {
    this.#inView.delete(key)
    this.#refresh()
  }

  #refresh(): void {
    const removed = removedIn(this.#root)
    for (const key of removed) if (!this.#removed.has(key) && this.#isMine(key)) this.#inView.add(key)
    for (const key of this.#inView) if (this.#removed.has(key) && !removed.has(key)) this.#inView.delete(key)
    this.#removed = removed
    this.#rows = this.#list()
    for (const listener of this.#listeners) listener()
  }

  #list(): readonly Row[] {
    return itemsIn(this.#root, this.#inView).map(({ key, map }) => ({
      key,
      map,
      removedBy: map.get('removed') === true ? (map._map.get('removed')?.id.client ?? null) : null,
    }))
  }
}

function removedIn(root: Y.Map<unknown>): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const [key, map] of root) if (map instanceof Y.Map && map.get('removed') === true) keys.add(key)
  return keys
}

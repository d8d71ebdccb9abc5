import type { Entry } from './comparison.ts'

/** Throws when what stands there is not what was compared. */
export function check(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(`The comparison is of another text: ${what}.`)
}

/** True for what says the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The newer list. Each older item is used once, each newer place filled once. */
export function applyEntries<Item, Difference>(
  before: readonly Item[],
  entries: readonly Entry<Item, Difference>[],
  apply: (item: Item, difference: Difference) => Item,
): Item[] {
  const list = new NewList(before)
  for (const entry of entries) list.add(entry, apply)
  return list.finish()
}

/** A newer list in the making. */
export class NewList<Item> {
  readonly #before: readonly Item[]
  readonly #after: Item[] = []
  #placed = 0
  #used = 0

  constructor(before: readonly Item[]) {
    this.#before = before
  }

  add<Difference>(entry: Entry<Item, Difference>, apply: (item: Item, difference: Difference) => Item): void {
    switch (entry.is) {
      case 'unchanged': {
        const item = this.use(entry.from)
        check(isSame(item, entry.item), `item ${entry.from}`)
        this.place(entry.to, item)
        break
      }
      case 'added':
        this.place(entry.to, entry.item)
        break
      case 'removed':
        check(isSame(this.use(entry.from), entry.item), `item ${entry.from}`)
        break
      case 'changed':
        this.place(entry.to, apply(this.use(entry.from), entry.difference))
        break
      case 'moved': {
        const item = this.use(entry.from)
        this.place(entry.to, entry.difference === null ? item : apply(item, entry.difference))
        break
      }
      case 'movedAway':
        check(isSame(this.#before[entry.from], entry.item), `item ${entry.from}`)
        break
    }
  }

  use(from: number): Item {
    const item = this.#before[from]
    if (item === undefined) throw new Error(`The comparison is of another text: there is no item ${from}.`)
    this.#used += 1
    return item
  }

  place(to: number, item: Item): void {
    check(!(to in this.#after), `place ${to}`)
    this.#after[to] = item
    this.#placed += 1
  }

  finish(): Item[] {
    check(this.#used === this.#before.length, 'the older list')
    check(this.#placed === this.#after.length, 'the newer list')
    return this.#after
  }
}

import { type BudgetBlock, budgetBlocks } from '../../../shared/budget/BudgetTemplate.ts'
import { readAmountKey, readShareKey } from '../../../shared/budget/budgetKeys.ts'
import type { OpenFields } from '../../form/FieldsContext.ts'
import { ItemRows, type Row } from '../../form/items/ItemRows.ts'
import type { BudgetStore } from '../BudgetStore.ts'

/** A row as it is in view. The same object until something of this changes. */
export interface LineInView {
  readonly key: string
  readonly block: BudgetBlock
  /** It has a line of its own that says what it is. */
  readonly hasSpecification: boolean
  /** Somebody has removed it, and it is shown until its reader lets it go. */
  readonly removed: { readonly byMe: boolean; readonly name: string | null } | null
}

/** What is not said what it is says it in its specification (BV14). */
const unspecific = 'övrigt'

/**
 * The rows of the detailed sheet as one reader sees them, block by block: those that stand, and those that were removed
 * under her. The same array until a row comes, goes or moves; never for an amount.
 */
export class BudgetLines {
  readonly #store: BudgetStore
  readonly #open: OpenFields | null
  readonly #rows: ItemRows
  /** Rows whose specification she has asked for. */
  readonly #specified = new Set<string>()
  readonly #listeners = new Set<() => void>()
  #lines: readonly LineInView[]

  /** `isInside` tells whether I am in a row. */
  constructor(store: BudgetStore, open: OpenFields | null, isInside: (key: string) => boolean) {
    this.#store = store
    this.#open = open
    this.#rows = new ItemRows(
      store.doc.getMap(store.section),
      key => isInside(key) || this.#hasWrittenIn(key),
    )
    this.#lines = this.#read([])
  }

  readonly lines = (): readonly LineInView[] => this.#lines

  readonly subscribe = (listener: () => void): (() => void) => {
    const stop = this.#rows.subscribe(() => {
      if (this.#refresh()) listener()
    })
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
      stop()
    }
  }

  /** Gives a row a line for its specification, which nobody has written in yet. */
  specify(key: string): void {
    this.#specified.add(key)
    this.#tell()
  }

  /** Keeps a row in view although it is about to be removed. */
  keep(key: string): void {
    this.#rows.keep(key)
  }

  /** Lets a removed row go out of view. */
  letGo(key: string): void {
    this.#rows.letGo(key)
    this.#tell()
  }

  #tell(): void {
    if (this.#refresh()) for (const listener of [...this.#listeners]) listener()
  }

  #refresh(): boolean {
    const before = this.#lines
    const after = this.#read(before)
    if (after.length === before.length && after.every((line, index) => line === before[index])) return false
    this.#lines = after
    return true
  }

  #read(before: readonly LineInView[]): readonly LineInView[] {
    const known = new Map(before.map(line => [line.key, line]))
    const lines = this.#rows.rows().flatMap((row): LineInView[] => {
      const block = budgetBlocks.find(block => block === row.map.get('block'))
      if (!block) return []
      const line: LineInView = {
        key: row.key,
        block,
        hasSpecification: this.#specified.has(row.key) || wantsSpecification(row),
        removed: this.#removedBy(row),
      }
      const last = known.get(row.key)
      return [last && isSame(last, line) ? last : line]
    })
    return budgetBlocks.flatMap(block => lines.filter(line => line.block === block))
  }

  #removedBy({ removedBy }: Row): LineInView['removed'] {
    if (removedBy === null) return null
    const by = this.#open?.live.presence.authorOf(removedBy) ?? null
    const byMe = removedBy === this.#store.doc.clientID || (by !== null && by.id === this.#open?.personId)
    return { byMe, name: by?.name ?? null }
  }

  #hasWrittenIn(key: string): boolean {
    return (this.#open?.values.writtenIn(this.#store.section) ?? []).some(path => lineOf(path) === key)
  }
}

/** The row that a cell is in. */
function lineOf(path: string): string {
  return readAmountKey(path)?.line ?? readShareKey(path)?.line ?? path.split('/')[0] ?? path
}

function wantsSpecification({ map }: Row): boolean {
  const [specification, label] = [map.get('specification'), map.get('label')]
  if (typeof specification === 'string' && specification !== '') return true
  return typeof label === 'string' && label.trim().toLocaleLowerCase('sv') === unspecific
}

function isSame(one: LineInView, other: LineInView): boolean {
  return (
    one.block === other.block &&
    one.hasSpecification === other.hasSpecification &&
    one.removed?.byMe === other.removed?.byMe &&
    one.removed?.name === other.removed?.name
  )
}

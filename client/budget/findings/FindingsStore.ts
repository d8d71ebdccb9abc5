import type { Finding } from '../../../shared/budget/Finding.ts'
import { findingsOf } from '../../../shared/budget/findings.ts'
import { readFacts } from '../../../shared/budget/readFacts.ts'
import type { BudgetStore } from '../BudgetStore.ts'
import { type BudgetSheet, sheetOf } from './whereTo.ts'

/** So long must nothing have changed before the rules are asked again; nobody is told off in the middle of a row. Ms. */
const quiet = 700

/** But at the latest so long after a change, however much people write. Ms. */
const latest = 4000

/**
 * What the rules say of the budget of one open document: worked out when somebody first asks, and then when those who
 * write pause. Lives as long as the document.
 */
export class FindingsStore {
  readonly #store: BudgetStore
  readonly #listeners = new Set<() => void>()
  #all: readonly Finding[] | null = null
  #ofLines: ReadonlyMap<string, readonly Finding[]> = new Map()
  #quiet: ReturnType<typeof setTimeout> | null = null
  #latest: ReturnType<typeof setTimeout> | null = null

  constructor(store: BudgetStore) {
    this.#store = store
    store.subscribe(() => this.#changed())
    const amount = store.form.sections.find(section => section.kind === 'amount')
    if (amount) store.doc.getMap(amount.key).observe(() => this.#changed())
  }

  /** All of them; the same array until they are others. */
  readonly all = (): readonly Finding[] => {
    if (this.#all === null) this.#workOut()
    return this.#all ?? none
  }

  /** Those of one row in one of the sheets; the same array until they are others. */
  ofLine(line: string, sheet: BudgetSheet): readonly Finding[] {
    this.all()
    return this.#ofLines.get(`${sheet} ${line}`) ?? none
  }

  /** Returns how to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #changed(): void {
    if (this.#listeners.size === 0) {
      this.#all = null
      return
    }
    if (this.#quiet !== null) clearTimeout(this.#quiet)
    this.#quiet = setTimeout(() => this.#settled(), quiet)
    this.#latest ??= setTimeout(() => this.#settled(), latest)
  }

  #settled(): void {
    for (const timer of [this.#quiet, this.#latest]) if (timer !== null) clearTimeout(timer)
    this.#quiet = null
    this.#latest = null
    const before = this.#all
    this.#workOut()
    if (this.#all !== before) for (const listener of [...this.#listeners]) listener()
  }

  #workOut(): void {
    const { budget, sums } = this.#store.view()
    const all = findingsOf(readFacts(this.#store.doc, this.#store.form, budget), sums)
    if (this.#all !== null && areSame(all, this.#all)) return
    this.#all = all
    const ofLines = new Map<string, readonly Finding[]>()
    for (const [key, findings] of Map.groupBy(
      all,
      finding => `${sheetOf(finding)} ${finding.place?.line ?? ''}`,
    )) {
      const before = this.#ofLines.get(key)
      ofLines.set(key, before && areSame(findings, before) ? before : findings)
    }
    this.#ofLines = ofLines
  }
}

const none: readonly Finding[] = []

/** They are plain data, made in the same order each time. */
function areSame(some: readonly Finding[], others: readonly Finding[]): boolean {
  return JSON.stringify(some) === JSON.stringify(others)
}

const stores = new WeakMap<BudgetStore, FindingsStore>()

/** The same for the same budget. */
export function findingsStore(store: BudgetStore): FindingsStore {
  const known = stores.get(store) ?? new FindingsStore(store)
  stores.set(store, known)
  return known
}

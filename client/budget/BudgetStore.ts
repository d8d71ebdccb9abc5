import * as Y from 'yjs'
import type { Budget } from '../../shared/budget/Budget.ts'
import type { BudgetTemplate } from '../../shared/budget/BudgetTemplate.ts'
import { budgetSections, readBudget } from '../../shared/budget/readBudget.ts'
import { type BudgetSums, sumsOf } from '../../shared/budget/sums.ts'
import type { FieldValue } from '../../shared/document/value.ts'
import type { BudgetSection, FormTemplate } from '../../shared/form/FormTemplate.ts'
import type { FieldPath } from '../form/fieldPath.ts'
import { readValue } from '../form/sharedValue.ts'
import { Signals } from './grid/Signals.ts'

/** A budget and its sums at one moment. */
export interface BudgetView {
  readonly budget: Budget
  readonly sums: BudgetSums
}

/**
 * What the budget of one open document says, kept up to date: worked out at most once a transaction, and only when
 * somebody asks. Lives as long as the document.
 */
export class BudgetStore {
  readonly doc: Y.Doc
  readonly form: FormTemplate
  /** Name of its root. */
  readonly section: string
  readonly template: BudgetTemplate
  readonly #roots: readonly Y.Map<unknown>[]
  readonly #cells = new Signals()
  readonly #listeners = new Set<() => void>()
  #view: BudgetView | null = null

  constructor(doc: Y.Doc, form: FormTemplate) {
    const section = budgetSectionOf(form)
    this.doc = doc
    this.form = form
    this.section = section.key
    this.template = section.budget
    this.#roots = budgetSections(form).map(key => doc.getMap(key))
    doc.on('afterTransaction', (transaction: Y.Transaction) => this.#look(transaction))
  }

  /** The same object until something in it changes. */
  readonly view = (): BudgetView => {
    if (this.#view === null) {
      const budget = readBudget(this.doc, this.form)
      this.#view = { budget, sums: sumsOf(budget) }
    }
    return this.#view
  }

  readonly budget = (): Budget => this.view().budget

  readonly sums = (): BudgetSums => this.view().sums

  /** Calls `listener` after a transaction that touched what the budget is made of; returns how to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** What a cell holds, by its path: `owner.salary-1`, `2025:salary-1`, `salary-1/label`. */
  readonly value = (path: FieldPath): FieldValue => readValue(this.doc, this.section, path)

  /** The same for one cell only. */
  subscribeCell(path: FieldPath, listener: () => void): () => void {
    return this.#cells.on(path, listener)
  }

  #look({ changedParentTypes }: Y.Transaction): void {
    const changed: ReadonlyMap<unknown, readonly Y.YEvent<Y.AbstractType<unknown>>[]> = changedParentTypes
    if (!this.#roots.some(root => changed.has(root))) return
    this.#view = null
    const root = this.doc.getMap(this.section)
    for (const event of changed.get(root) ?? [])
      if (event instanceof Y.YMapEvent) this.#tellCells(root, event)
    for (const listener of [...this.#listeners]) listener()
  }

  #tellCells(root: Y.Map<unknown>, { target, keysChanged }: Y.YMapEvent<unknown>): void {
    for (const key of keysChanged) {
      if (typeof key !== 'string') continue
      if (target !== root) this.#cells.tell(`${target._item?.parentSub}/${key}`)
      else {
        this.#cells.tell(key)
        // A row has come, or come back as a copy of itself.
        if (root.get(key) instanceof Y.Map) this.#cells.tellUnder(`${key}/`)
      }
    }
  }
}

const stores = new WeakMap<Y.Doc, BudgetStore>()

/** The same for the same document, for as long as it is open. */
export function budgetStore(doc: Y.Doc, form: FormTemplate): BudgetStore {
  const known = stores.get(doc)
  if (known) return known
  const store = new BudgetStore(doc, form)
  stores.set(doc, store)
  return store
}

function budgetSectionOf(form: FormTemplate): BudgetSection {
  const section = form.sections.find(section => section.kind === 'budget')
  if (!section) throw new Error(`The form ${form.id} has no budget`)
  return section
}

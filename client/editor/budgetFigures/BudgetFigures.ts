import type * as Y from 'yjs'
import type { Budget } from '../../../shared/budget/Budget.ts'
import {
  type BudgetSum,
  type FigureAmount,
  figureAmount,
  offeredSums,
} from '../../../shared/budget/budgetFigure.ts'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import { type BudgetStore, budgetStore } from '../../budget/BudgetStore.ts'

/** A sum that can be put into the text, with what it is now. */
export interface OfferedSum {
  readonly sum: BudgetSum
  readonly amount: FigureAmount
}

/** The budget as the running text sees it: a few sums that change. */
export class BudgetFigures {
  readonly #store: BudgetStore
  #offered: { readonly of: Budget; readonly sums: readonly OfferedSum[] } | null = null

  constructor(doc: Y.Doc, form: FormTemplate) {
    this.#store = budgetStore(doc, form)
  }

  /** Calls `listener` after the budget has changed; returns how to stop. */
  readonly subscribe = (listener: () => void): (() => void) => this.#store.subscribe(listener)

  readonly amount = (sum: BudgetSum): FigureAmount =>
    figureAmount(this.#store.budget(), this.#store.sums(), sum)

  /** The same array until the budget changes. */
  readonly offered = (): readonly OfferedSum[] => {
    const of = this.#store.budget()
    if (this.#offered?.of !== of) {
      const sums = offeredSums(this.#store.sums()).map(sum => ({ sum, amount: this.amount(sum) }))
      this.#offered = { of, sums }
    }
    return this.#offered.sums
  }
}

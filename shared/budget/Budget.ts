import type { BudgetBlock } from './BudgetTemplate.ts'

/**
 * The budget of an ansökan as plain data. Amounts are whole kronor; no sum is in it (`sums.ts` makes them all). Made of
 * a document by `readBudget.ts`, of a version's form by `budgetOfForm.ts`.
 */
export interface Budget {
  /** The planned period, calendar days; the years of the sheets follow from it. */
  readonly start: string | null
  readonly end: string | null
  /** The columns: the owner first, then the partners in the order of the form. */
  readonly parties: readonly BudgetParty[]
  /** In the order of the sheet, block by block. */
  readonly lines: readonly BudgetLine[]
  /** What all of the block `other` costs together in a year: calendar year to kronor. */
  readonly otherYears: ReadonlyMap<number, number>
}

export interface BudgetParty {
  /** `owner`, or the item key of the partner in the form. Begins the keys of its amounts. */
  readonly key: string
  readonly role: 'owner' | 'partner'
  readonly organisation: string | null
  /** What it says under *Resurser vi söker medel till*; null where the form does not ask. */
  readonly resourcesSought: string | null
}

/** A row (*budgetrad*). */
export interface BudgetLine {
  readonly key: string
  readonly block: BudgetBlock
  readonly label: string | null
  /** Share of full time (*tjänst i %*), whole per cent; only of salaries. */
  readonly percent: number | null
  /** Calendar days. */
  readonly from: string | null
  readonly to: string | null
  /** Explains what is meant, such as what *Övrigt* is. */
  readonly specification: string | null
  /** Party key to kronor. Parties that are not in the form any more are not here. */
  readonly amounts: ReadonlyMap<string, number>
  /** Calendar year to kronor; only of salaries and premises that are asked for. */
  readonly years: ReadonlyMap<number, number>
}

import type { BudgetBlock } from '../../../../shared/budget/BudgetTemplate.ts'

/** What a row of a sheet is. */
export type RowKind =
  /** Heading of a block; the rows under it belong to it. */
  | { readonly is: 'block'; readonly block: BudgetBlock }
  | { readonly is: 'sum'; readonly of: BudgetBlock | 'sought' | 'own' | 'grand' }
  /** A row of the budget, or nothing at all, which its cells tell. */
  | { readonly is: 'line'; readonly key: string | null }
  /** In the sheet per year: the one line of all other costs. */
  | { readonly is: 'other' }
  /** A heading of more than a block: what follows is in none. */
  | { readonly is: 'heading' }
  /** The sheet is over. */
  | { readonly is: 'end' }

/** Says of the rows of a sheet, asked in order, what each is. */
export interface RowKinds {
  kindOf(row: number): RowKind
}

/** Which columns of a sheet hold what; null where there is none. */
export interface Columns {
  readonly label: number
  readonly percent: number | null
  readonly from: number | null
  readonly to: number | null
  readonly specification: number | null
  /** Of each party: more than one where its heading is drawn over several. */
  readonly parties: readonly (readonly number[])[]
  readonly rowSum: number | null
}

/**
 * The budget workbook (*budgetmall*) that belongs to a form version, as data: its sheets, its rows, and the words that
 * are printed in it (domain.md 2.1–2.4). Computed words stand beside computed figures and are never stored.
 */
export interface BudgetTemplate {
  readonly sheets: BudgetSheetNames
  readonly labels: BudgetLabels
  /** The rows that a budget begins with, block by block; the label is null where the row is to be named. */
  readonly rows: Readonly<Record<BudgetBlock, readonly (string | null)[]>>
}

/**
 * Where in the sheet a row stands. Those with `own` are *egenfinansiering*: what a party pays itself; the others are
 * what is asked of Samordningsförbundet.
 */
export const budgetBlocks = ['salary', 'premises', 'other', 'ownSalary', 'ownPremises', 'ownOther'] as const

export type BudgetBlock = (typeof budgetBlocks)[number]

/** The blocks of what is asked of Samordningsförbundet. */
export const soughtBlocks = ['salary', 'premises', 'other'] as const satisfies readonly BudgetBlock[]

/** The blocks of what the parties pay themselves. */
export const ownBlocks = ['ownSalary', 'ownPremises', 'ownOther'] as const satisfies readonly BudgetBlock[]

/** Whether the rows of a block are salaries: they have a share of full time and a period. */
export function isSalary(block: BudgetBlock): boolean {
  return block === 'salary' || block === 'ownSalary'
}

/** `{name}` stands for the name of the insats. */
export interface BudgetSheetNames {
  readonly detailed: string
  /** *Fördelad över insatstid*. */
  readonly perYear: string
  readonly summary: string
}

/** Words of the sheets, exactly as printed (but for the errors that domain.md 2.2 repairs). */
export interface BudgetLabels {
  readonly nameLabel: string
  readonly periodLabel: string
  readonly from: string
  readonly to: string
  readonly percent: string
  readonly period: string
  readonly owner: string
  /** `{number}` stands for which of them, from 1. */
  readonly partner: string
  readonly rowSum: string
  readonly sought: string
  readonly own: string
  readonly blocks: Readonly<Record<BudgetBlock, string>>
  readonly sums: Readonly<Record<BudgetBlock, string>>
  readonly soughtSum: string
  readonly ownSum: string
  readonly grandSum: string
  readonly yearTotal: string
  /** `{number}` and `{year}`: *År 1 2025*. */
  readonly year: string
  readonly yearCheck: string
  /** The one line that stands for all of `other` per year. */
  readonly otherPerYear: string
  readonly summarySought: string
  readonly summaryOwn: string
  readonly summaryTotal: string
  readonly summarySum: string
  readonly summaryNote: string
}

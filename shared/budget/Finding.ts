import type { TypedAmount } from './amountInForm.ts'
import type { Budget } from './Budget.ts'
import type { BudgetBlock } from './BudgetTemplate.ts'

/**
 * What a rule has against a budget (domain.md 2.7), with the facts its words need: amounts in whole kronor. The words
 * are elsewhere. An error stands in the way of signing, a warning is for the parties to think about.
 */
export type Finding =
  /** An amount that is no whole number of kronor from 0 up. */
  | (At & { readonly rule: 'BV1'; readonly kronor: number })
  /** Sums that a workbook prints are not those of its rows: of a row, of a block, from the förbund, of all costs. */
  | (At & Printed & { readonly rule: 'BV2' })
  | (At & Printed & { readonly rule: 'BV3'; readonly block: BudgetBlock })
  | (At & Printed & { readonly rule: 'BV4' })
  | (At & Printed & { readonly rule: 'BV5' })
  /** The same in the *Budgetsammanställning*. */
  | (At & Printed & { readonly rule: 'BV8'; readonly column: SummaryColumn })
  /** The years of a row do not make its amount. Of all other costs, which share a line, the place is `otherRows`. */
  | (At & { readonly rule: 'BV6'; readonly total: number; readonly years: number })
  /** The years together do not make what is asked for. */
  | (At & { readonly rule: 'BV7'; readonly total: number; readonly years: number })
  /** The amount written in the form, in all or for a year, is not the budget's. */
  | (At & { readonly rule: 'BV9'; readonly typed: number; readonly computed: number })
  /** A workbook's period begins or ends on another day than the form's. */
  | (At & {
      readonly rule: 'BV10'
      readonly end: 'start' | 'end'
      readonly printed: string
      readonly planned: string | null
    })
  | (At & { readonly rule: 'BV11'; readonly reason: 'reversed' | 'outside' })
  /** At least one of them. */
  | (At & { readonly rule: 'BV12'; readonly missing: readonly ('label' | 'percent' | 'period')[] })
  /** An amount in a year that the period does not touch. */
  | (At & { readonly rule: 'BV13'; readonly kronor: number })
  /** *Övrigt*, or a cost without a name, that nothing explains. */
  | (At & { readonly rule: 'BV14'; readonly reason: 'unspecified'; readonly kronor: number })
  /** So much is *Övrigt* that somebody will ask; `percent` of what is asked for. */
  | (At & {
      readonly rule: 'BV14'
      readonly reason: 'large'
      readonly kronor: number
      readonly percent: number
    })
  /** What one full-time year costs in a row, to the krona. */
  | (At & { readonly rule: 'BV15'; readonly kronorPerYear: number })
  /** How much more the place's year costs than the year before, per cent, for as long a time; less is negative. */
  | (At & { readonly rule: 'BV16'; readonly percent: number })
  /** A column of a workbook that is no party of the form; its heading there. */
  | (At & { readonly rule: 'BV17'; readonly heading: string; readonly kronor: number })
  /** A column without an organisation, or with a word that only holds its place. */
  | (At & { readonly rule: 'BV18'; readonly organisation: string | null })
  /** A party asks for money and says nothing of what it is for. */
  | (At & { readonly rule: 'BV19'; readonly kronor: number })
  /** Nothing is asked for. `typed` is the amount that the form says none the less. */
  | (At & { readonly rule: 'BV20'; readonly reason: 'total'; readonly typed: number | null })
  /** The period has no beginning or no end, or they are the wrong way round. */
  | (At & { readonly rule: 'BV20'; readonly reason: 'period' })
  /** Several years, and nothing is said of what each costs. */
  | (At & { readonly rule: 'BV21'; readonly years: number })

export type FindingLevel = 'error' | 'warning'

interface At {
  readonly level: FindingLevel
  /** Where it shows; null for the whole budget. */
  readonly place: FindingPlace | null
}

/** The cell, row or column that a finding is about, as exactly as it can be said. */
export interface FindingPlace {
  /** Row key, or `otherRows`. */
  readonly line?: string
  /** Party key. */
  readonly party?: string
  /** Calendar year. */
  readonly year?: number
  readonly field?: 'label' | 'percent' | 'from' | 'to' | 'specification'
}

interface Printed {
  readonly printed: number
  readonly computed: number
}

/** Columns of the *Budgetsammanställning*. */
export type SummaryColumn = 'sought' | 'own' | 'grand'

/** What the rules look at. */
export interface BudgetFacts {
  readonly budget: Budget
  /** What somebody has written in the form's own section of the amount. */
  readonly typed: TypedAmount
  /** Whether the form asks for the cost of each year (2024), or it is only good to have. */
  readonly distribution: 'required' | 'advised'
}

import type { BudgetBlock } from '../budget/BudgetTemplate.ts'
import type { GoalLevel } from '../form/FormTemplate.ts'
import type { Block } from './blockContent.ts'

/**
 * A whole form with its answers as plain data: what the roots of a document say, without the identity of their
 * parts. Demo content and fixtures are written in it, and a document is read back into it to be compared.
 * Its kinds and names mirror `roots.ts`. An absent value is `null`, absent prose is the empty string.
 */
export interface FilledForm {
  /** Id of the form version, e.g. `2024`. */
  readonly formId: string
  /** Section key to content. Sections that store nothing (fixed and computed text) are not here. */
  readonly sections: Readonly<Record<string, SectionContent>>
}

export type SectionContent =
  | TextContentOfSection
  | RichContent
  | OwnerContent
  | PartnersContent
  | GoalsContent
  | PeriodContent
  | ParticipantsContent
  | YesNoContent
  | LogContent
  | AmountContent
  | SignaturesContent
  | BudgetContent

/** One line, such as the name of the insats. */
export interface TextContentOfSection {
  readonly kind: 'text'
  readonly value: string | null
}

export interface RichContent {
  readonly kind: 'rich'
  /** At least one: a section that nobody has written in is one empty paragraph. */
  readonly blocks: readonly Block[]
}

/** The owner's block (*insatsägare*). */
export interface OwnerContent extends PartyContent {
  readonly kind: 'parties'
  readonly role: 'owner'
}

/** The partners (*samverkansparter*) in the order of the form. */
export interface PartnersContent {
  readonly kind: 'parties'
  readonly role: 'partner'
  readonly items: readonly PartyContent[]
}

/** What a form may ask of a party. Fields that this form version does not ask for are null or empty. */
export interface PartyContent {
  readonly organisation: string | null
  readonly contacts: string | null
  readonly email: string | null
  /** Prose; a line break between resources. */
  readonly resourcesSought: string
  /** Prose; a line break between resources. */
  readonly resourcesContributed: string
}

/** The goals of all levels, each level in its own order. */
export interface GoalsContent {
  readonly kind: 'goals'
  readonly items: readonly GoalContent[]
}

export interface GoalContent {
  readonly level: GoalLevel['level']
  readonly text: string
}

export interface PeriodContent {
  readonly kind: 'period'
  /** Calendar day, `2025-01-01`. */
  readonly start: string | null
  /** Calendar day. */
  readonly end: string | null
  /** Fuzzy date, e.g. `2028-autumn`. */
  readonly intakeEnd: string | null
}

/** Expected participants: persons. */
export interface ParticipantsContent {
  readonly kind: 'participants'
  readonly text: string
  readonly atATime: number | null
  readonly differentPersons: number | null
  readonly perYear: number | null
}

export interface YesNoContent {
  readonly kind: 'yesNo'
  readonly answer: 'yes' | 'no' | null
  readonly comment: string
}

/** Dated events in the order of the form, which need not be that of the dates. */
export interface LogContent {
  readonly kind: 'log'
  readonly items: readonly LogItemContent[]
}

export interface LogItemContent {
  /** Fuzzy date, e.g. `2024-05-15` or `2024-W19/W20`. */
  readonly on: string | null
  readonly text: string
}

/** Amounts in whole kronor. */
export interface AmountContent {
  readonly kind: 'amount'
  readonly total: number | null
  readonly note: string
  /** Calendar year to amount; empty where the form does not ask per year. */
  readonly perYear: Readonly<Record<number, number>>
}

export interface SignaturesContent {
  readonly kind: 'signatures'
  readonly parties: readonly SignatureContent[]
}

export interface SignatureContent {
  /** The owner, or the place of a partner in `PartnersContent.items`, from 0. */
  readonly party: 'owner' | number
  /** Calendar day. */
  readonly date: string | null
  readonly name: string | null
  /** Name in print, and title (*namnförtydligande*). */
  readonly clarification: string | null
  readonly email: string | null
}

/** Amounts in whole kronor. Sums are not in it: they are made of it (`shared/budget/sums.ts`). */
export interface BudgetContent {
  readonly kind: 'budget'
  /** In the order of the sheet, block by block. */
  readonly lines: readonly BudgetLineContent[]
  /** Calendar year to what all of the block `other` costs together in it. */
  readonly otherYears: Readonly<Record<number, number>>
}

export interface BudgetLineContent {
  readonly block: BudgetBlock
  readonly label: string | null
  /** Whole per cent of full time. */
  readonly percent: number | null
  /** Calendar days. */
  readonly from: string | null
  readonly to: string | null
  readonly specification: string | null
  /** Only of parties that are in the form, and have one. */
  readonly amounts: readonly BudgetAmountContent[]
  /** Calendar year to kronor. */
  readonly years: Readonly<Record<number, number>>
}

export interface BudgetAmountContent {
  /** The owner, or the place of a partner in `PartnersContent.items`, from 0. */
  readonly party: 'owner' | number
  readonly kronor: number
}

import type { BudgetTemplate } from '../budget/BudgetTemplate.ts'

/**
 * A form version (*blankett*): the headings, labels, help and fixed text that an ansökan is drawn from.
 * Everything here is data. None of it is ever stored in the shared document, so nobody can change it.
 */
export interface FormTemplate {
  /** Stable id, part of every ansökan made on it: `2016`, `2019`, `2022`, `2024`. */
  readonly id: string
  /** What people call it, e.g. `2024 års blankett`. */
  readonly name: string
  /** The title line printed first on the form, without what an applicant has added (`2018-2020`). */
  readonly title: string
  /** The bracketed paragraph under the title; null where the original has none. */
  readonly preamble: string | null
  /** Version tag in the footer of every page, e.g. `v:16-07-05`; null where none is printed. */
  readonly footerTag: string | null
  /** In the order of the original. Keys are unique within a form. */
  readonly sections: readonly Section[]
}

export type Section =
  | TextSection
  | RichSection
  | PartiesSection
  | GoalsSection
  | PeriodSection
  | ParticipantsSection
  | YesNoSection
  | LogSection
  | AmountSection
  | LockedTextSection
  | ComputedLineSection
  | SignaturesSection
  | BudgetSection

export type SectionKind = Section['kind']

interface SectionBase {
  /** Name of the section's root in the shared document; the same in every form that asks the question. */
  readonly key: string
  /** Exact heading of the original, without the star. */
  readonly heading: string
  /** True where the heading carries «(*)»: there is explaining text in the annex. */
  readonly starred: boolean
  /** Help text («Så här skriver du»), one string a paragraph; empty where there is none. `*x*` is emphasis. */
  readonly help: readonly string[]
}

/** One line, such as the name of the insats. */
export interface TextSection extends SectionBase {
  readonly kind: 'text'
  /** In UTF-16 units. A longer value is refused, so leave room for names that are merely too long to be good. */
  readonly maxLength: number
}

/** Rich text. `annex` begins a new page headed as an appendix. */
export interface RichSection extends SectionBase {
  readonly kind: 'rich'
  readonly annex: boolean
}

/** The organisations behind the ansökan, each with what this version of the form asks of it. */
export interface PartiesSection extends SectionBase {
  readonly kind: 'parties'
  /** `owner` (*insatsägare*) is exactly one block; `partner` (*samverkansparter*) is a list. */
  readonly role: 'owner' | 'partner'
  /** True where the original numbers the list. */
  readonly numbered: boolean
  readonly fields: readonly PartyField[]
}

export interface PartyField {
  /** Which of a party's values: `organisation`, `contacts`, `email`, `resourcesSought`, `resourcesContributed`. */
  readonly name: PartyFieldName
  /** Exact sublabel, e.g. `Kontaktpersoner:`. */
  readonly label: string
}

export type PartyFieldName =
  | 'organisation'
  | 'contacts'
  | 'email'
  | 'resourcesSought'
  | 'resourcesContributed'

/** Labelled goals (*mål*), one list per level. */
export interface GoalsSection extends SectionBase {
  readonly kind: 'goals'
  readonly levels: readonly GoalLevel[]
  /** Short help under each goal. */
  readonly itemHelp: string
}

export interface GoalLevel {
  /**
   * `overall` (*övergripande mål*), `effect` (*effektmål*), `result` (*resultatmål*, also called *insatsmål*).
   * `insats` (*insatsmål*) only where a form has both names as levels of their own (2019).
   */
  readonly level: 'overall' | 'effect' | 'result' | 'insats'
  /** Exact sublabel, e.g. `Effektmål`. */
  readonly label: string
  /** What one such goal is called where we write it ourselves; only where the sublabel itself is not a word. */
  readonly name?: string
  readonly numbered: boolean
}

/** The planned time (*insatstid*). */
export interface PeriodSection extends SectionBase {
  readonly kind: 'period'
  readonly startLabel: string
  readonly endLabel: string
  /** Label of the last day of intake, a fuzzy date; null where this version does not ask. */
  readonly intakeEndLabel: string | null
}

/** Expected participants: free text plus numbers. Stands inside the box of the section before it. */
export interface ParticipantsSection extends SectionBase {
  readonly kind: 'participants'
}

export interface YesNoSection extends SectionBase {
  readonly kind: 'yesNo'
  /** Label of the comment, e.g. `Kommentar:`; null where this version has none. */
  readonly commentLabel: string | null
}

/** Dated log of events. */
export interface LogSection extends SectionBase {
  readonly kind: 'log'
}

/** The amount sought, in whole kronor. */
export interface AmountSection extends SectionBase {
  readonly kind: 'amount'
  /** True where the form is answered with an amount per year. */
  readonly perYear: boolean
}

/** Fixed text (*Överenskommelse*) that nobody can change. */
export interface LockedTextSection extends SectionBase {
  readonly kind: 'lockedText'
  /** Line after the heading, e.g. `(Texten under hela detta avsnitt skall stå kvar orörd)`; null where absent. */
  readonly headingNote: string | null
  readonly parts: readonly LockedPart[]
}

export interface LockedPart {
  readonly heading: string
  /** Exact paragraphs, original errors kept. */
  readonly paragraphs: readonly string[]
}

/** A line of the form that repeats the name of the insats after its heading (2019). Nothing is stored. */
export interface ComputedLineSection extends SectionBase {
  readonly kind: 'computedLine'
  readonly repeats: 'name'
}

export interface SignaturesSection extends SectionBase {
  readonly kind: 'signatures'
  readonly layout: SignatureLayout
}

export interface SignatureLayout {
  /** `pagePerParty`: one table a page and party. `grid`: one table of 2 × 2 cells, four parties a page. */
  readonly arrangement: 'pagePerParty' | 'grid'
  /** `box`: pages after the first begin with `Insatsens namn ‹name›`. `heading`: each heading ends with the title. */
  readonly repeatsName: 'no' | 'box' | 'heading'
  /** Exact row labels; `{organisation}` stands for the party's name. */
  readonly organisationAndDate: string
  readonly ownerName: string
  readonly partnerName: string
  readonly ownerClarification: string
  readonly partnerClarification: string
  readonly email: string
  /** Line under the table, e.g. `(Vid behov av plats …)`; null where absent. */
  readonly note: string | null
}

/** The budget workbook, which is an annex to the form: its rows, and the words printed in it. */
export interface BudgetSection extends SectionBase {
  readonly kind: 'budget'
  readonly budget: BudgetTemplate
}

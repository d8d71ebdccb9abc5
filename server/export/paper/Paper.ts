import type { FilledForm } from '../../../shared/document/filledForm.ts'

/**
 * A document that is not a form, such as the sammanställning of a round or a letter of its records, as what stands on it:
 * each format writes it in its own way.
 */
export interface Paper {
  /** What the file says that it is called. What stands on the first page is its first heading. */
  readonly title: string
  /** Is laid across. */
  readonly isWide: boolean
  /** Stands at the foot of every page, before the number of the page; empty for nothing. */
  readonly foot: string
  readonly parts: readonly PaperPart[]
}

export type PaperPart =
  /** Level 1 stands once, first. */
  | { readonly is: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | PaperProse
  /** Names with what they are, such as *Svarsdatum*: a day. One without a value is left out. */
  | { readonly is: 'facts'; readonly facts: readonly (readonly [name: string, value: string])[] }
  | { readonly is: 'list'; readonly items: readonly string[] }
  | PaperTable
  /** A whole form. */
  | { readonly is: 'form'; readonly form: FilledForm }

/** Text of one line or several. */
export interface PaperProse {
  readonly is: 'prose'
  readonly text: string
  /** `lead` stands under a title, `quiet` is said in passing, `quote` are others' words. */
  readonly look: 'plain' | 'lead' | 'strong' | 'quiet' | 'quote'
}

export interface PaperTable {
  readonly is: 'table'
  /** A heading of the level is what the table is called; level null: a caption. */
  readonly caption: { readonly text: string; readonly level: 2 | 3 | null }
  /** The first column names the row. `share` is its part of the width; all shares together are 1. */
  readonly columns: readonly { readonly heading: string; readonly share: number }[]
  readonly rows: readonly (readonly (readonly PaperProse[])[])[]
}

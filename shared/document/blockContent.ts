import type { BudgetSum } from '../budget/budgetFigure.ts'

/**
 * Rich text as plain data, for demo content, fixtures and comparing: what a section's fragment says, without the
 * identity of its parts. The names are those of the nodes and marks in `nodes/`.
 */
export type Block = ParagraphContent | TableContent | FigureContent

/** A flat block. Heading, list and indent are attributes, never other nodes (architecture: text is flat). */
export interface ParagraphContent {
  readonly type: 'paragraph'
  /** 0 is running text, 1 and 2 are the two levels of subheading. */
  readonly level?: 0 | 1 | 2
  readonly list?: 'bullet' | 'number'
  /** Steps of indent, 0 to 8; nested lists are deeper steps. */
  readonly indent?: number
  readonly content: readonly Inline[]
}

export interface TableContent {
  readonly type: 'table'
  readonly rows: readonly (readonly CellContent[])[]
}

export interface CellContent {
  readonly header?: boolean
  readonly colspan?: number
  readonly rowspan?: number
  readonly content: readonly ParagraphContent[]
}

/** A picture with caption. `alt` is required before the ansökan can be handed in. */
export interface FigureContent {
  readonly type: 'figure'
  /** SHA-256 of the stored picture. */
  readonly image: string
  readonly width: number
  readonly height: number
  readonly alt: string
  readonly caption: readonly TextContent[]
}

export type Inline = TextContent | FootnoteContent | BudgetFigureContent

export interface TextContent {
  readonly type: 'text'
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  /** Target of a link: https, mailto or tel. */
  readonly link?: string
  /** Ids of the threads of comments about these words, sorted; never empty. Only where they are, not what they say. */
  readonly comments?: readonly string[]
}

/** A footnote stands in the text where its number is shown; its own text is inside it. */
export interface FootnoteContent {
  readonly type: 'footnote'
  readonly content: readonly TextContent[]
}

/** A sum of the budget in the text. Which one, not how much: that is what the budget says when it is read. */
export interface BudgetFigureContent {
  readonly type: 'budgetFigure'
  readonly sum: BudgetSum
}

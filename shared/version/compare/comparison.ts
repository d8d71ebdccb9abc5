import type {
  Block,
  CellContent,
  Inline,
  ParagraphContent,
  TextContent,
} from '../../document/blockContent.ts'

/**
 * What differs between two filled forms, whole: it says all of both, so that a page, a screen reader or an export
 * can show it without them. `changes.ts` lists its changes, `applyComparison.ts` makes the newer form of the older.
 *
 * Every change has a number, from 1 in reading order through all sections. What belongs together shares one: the
 * words that were replaced and those that replaced them, the two places of a moved block (numbered where it is now),
 * the cells of a column.
 */
export interface FormComparison {
  readonly formId: string
  readonly changeCount: number
  /** Those that store something, in the order of the form. */
  readonly sections: readonly SectionComparison[]
}

export interface SectionComparison {
  readonly key: string
  /** 0 where nothing has changed. */
  readonly changeCount: number
  /** Number of the first change of this section, or what it would have been. */
  readonly firstChange: number
  readonly difference: SectionDifference
}

export type SectionDifference =
  | { readonly is: 'blocks'; readonly entries: readonly BlockEntry[] }
  | { readonly is: 'fields'; readonly fields: readonly FieldDifference[] }
  /** Partners, goals (level by level), log lines or signatures. */
  | { readonly is: 'items'; readonly entries: readonly ItemEntry[] }

/**
 * One step through two aligned lists, in reading order: what is new stands where it is now, what is gone where it
 * was. `from` and `to` are places in the older and the newer list, from 0.
 */
export type Entry<Item, Difference> =
  | { readonly is: 'unchanged'; readonly from: number; readonly to: number; readonly item: Item }
  | { readonly is: 'added'; readonly to: number; readonly item: Item; readonly change: number }
  | { readonly is: 'removed'; readonly from: number; readonly item: Item; readonly change: number }
  | { readonly is: 'changed'; readonly from: number; readonly to: number; readonly difference: Difference }
  /** Here it is now; null where it was moved and nothing else. Neighbours that moved together are one change. */
  | {
      readonly is: 'moved'
      readonly from: number
      readonly to: number
      readonly item: Item
      readonly difference: Difference | null
      readonly change: number
    }
  /** Here it was, as it was then. */
  | {
      readonly is: 'movedAway'
      readonly from: number
      readonly to: number
      readonly item: Item
      readonly change: number
    }

export type BlockEntry = Entry<Block, BlockDifference> | SplitEntry | JoinedEntry

/** One paragraph has become several, which stand together from `to` on: the parts, in order. */
export interface SplitEntry {
  readonly is: 'split'
  readonly from: number
  readonly to: number
  readonly parts: readonly ParagraphDifference[]
  readonly change: number
}

/** Several paragraphs, which stood together from `from` on, have become one: what each has become of it. */
export interface JoinedEntry {
  readonly is: 'joined'
  readonly from: number
  readonly to: number
  readonly parts: readonly ParagraphDifference[]
  readonly change: number
}

export type BlockDifference = ParagraphDifference | TableDifference | FigureDifference

/** A value then and now; `change` is null where nobody needs to be told, mostly since it is the same. */
export interface ValueDifference<Value> {
  readonly before: Value
  readonly after: Value
  readonly change: number | null
}

export interface ParagraphDifference {
  readonly type: 'paragraph'
  readonly look: ValueDifference<ParagraphLook>
  readonly segments: readonly Segment[]
}

export interface ParagraphLook {
  /** 0 is running text, 1 and 2 are the two levels of subheading. */
  readonly level: 0 | 1 | 2
  readonly list: 'bullet' | 'number' | null
  readonly indent: number
}

/** A stretch of text. Removed words stand before the added ones that replaced them, under the same number. */
export type Segment =
  | { readonly is: 'kept'; readonly content: readonly Inline[] }
  | { readonly is: 'removed'; readonly content: readonly Inline[]; readonly change: number }
  | { readonly is: 'added'; readonly content: readonly Inline[]; readonly change: number }
  /** The same words, looking otherwise; all pieces have gained and lost the same. */
  | { readonly is: 'formatted'; readonly pieces: readonly FormattedPiece[]; readonly change: number }
  /** The note stands where it stood, and its own text is another. */
  | { readonly is: 'footnote'; readonly segments: readonly Segment[] }

export interface FormattedPiece {
  readonly text: string
  readonly before: TextLook
  readonly after: TextLook
}

export type TextLook = Pick<TextContent, 'bold' | 'italic' | 'link'>

export interface TableDifference {
  readonly type: 'table'
  /** Whole columns that are new or gone; their cells in `rows` have the same number. Empty in a ragged table. */
  readonly columns: readonly ColumnChange[]
  readonly rows: readonly RowEntry[]
}

export interface ColumnChange {
  readonly is: 'added' | 'removed'
  /** Its place in the table where it is. */
  readonly place: number
  /** What its first cell says: mostly its heading. */
  readonly text: string
  readonly change: number
}

export type Row = readonly CellContent[]
export type RowEntry = Entry<Row, readonly CellEntry[]>
export type CellEntry = Entry<CellContent, CellDifference>

export interface CellDifference {
  readonly shape: ValueDifference<CellShape>
  readonly entries: readonly ParagraphEntry[]
}

export type ParagraphEntry = Entry<ParagraphContent, ParagraphDifference> | SplitEntry | JoinedEntry

export interface CellShape {
  readonly header: boolean
  readonly colspan: number
  readonly rowspan: number
}

export interface FigureDifference {
  readonly type: 'figure'
  readonly picture: ValueDifference<Picture>
  readonly alt: readonly Segment[]
  readonly caption: readonly Segment[]
}

export interface Picture {
  readonly image: string
  readonly width: number
  readonly height: number
}

/** What an item of a structured section says, by the names of `filledForm.ts`. */
export type ItemContent = Readonly<Record<string, FieldValue>>
export type ItemEntry = Entry<ItemContent, readonly FieldDifference[]>
export type FieldValue = string | number | null

/** A field by its name in `filledForm.ts`; an amount per year is named by the year. */
export type FieldDifference =
  | (ValueDifference<FieldValue> & { readonly is: 'value'; readonly name: string })
  /** Prose has no formats: its segments are kept, removed and added text. */
  | { readonly is: 'prose'; readonly name: string; readonly segments: readonly Segment[] }

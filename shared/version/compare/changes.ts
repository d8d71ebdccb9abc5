import type { BudgetSum } from '../../budget/budgetFigure.ts'
import type {
  CellShape,
  FieldValue,
  FormComparison,
  ItemContent,
  ParagraphLook,
  TextLook,
} from './comparison.ts'
import { tellDifference } from './tellDifference.ts'

/** One change, with what is needed to say it in a sentence. Texts are whole: it is for the reader to shorten them. */
export interface Change {
  /** From 1, in reading order. */
  readonly number: number
  readonly sectionKey: string
  /** Where in the section it is, from the outermost; empty for what is added to or removed from the section itself. */
  readonly inside: readonly ChangePlace[]
  readonly what: WhatChanged
}

/** Blocks, rows and items are named by what they say now; a column by its place in the newer row. */
export type ChangePlace =
  | { readonly is: 'paragraph' | 'table' | 'figure'; readonly text: string }
  | { readonly is: 'row'; readonly place: number; readonly text: string }
  | { readonly is: 'cell'; readonly place: number }
  | { readonly is: 'footnote' | 'caption' | 'alt' }
  | { readonly is: 'item'; readonly item: ItemContent }
  | { readonly is: 'field'; readonly name: string }

export type Thing = 'paragraph' | 'table' | 'figure' | 'row' | 'column' | 'cell' | 'item'

export type WhatChanged =
  /**
   * What was removed, and what was added in its place; one of the two may be empty. `before` and `after` are the
   * words that stand beside them. Footnotes are told apart, by what they say, and sums of the budget by which they are.
   */
  | {
      readonly is: 'words'
      readonly removed: string
      readonly added: string
      readonly removedNotes: readonly string[]
      readonly addedNotes: readonly string[]
      readonly removedFigures: readonly BudgetSum[]
      readonly addedFigures: readonly BudgetSum[]
      readonly before: string
      readonly after: string
    }
  /** The words `text`, whose first looked as `before` and looks as `after`; all gained and lost the same. */
  | { readonly is: 'format'; readonly text: string; readonly before: TextLook; readonly after: TextLook }
  | { readonly is: 'look'; readonly before: ParagraphLook; readonly after: ParagraphLook }
  | {
      readonly is: 'added' | 'removed'
      readonly thing: Thing
      readonly text: string
      /** What an item said, field by field; null for what is no item. */
      readonly item: ItemContent | null
    }
  /** So many neighbours moved: what the last of them stood before, and the first stands after; null at an end. */
  | {
      readonly is: 'moved'
      readonly thing: Thing
      readonly text: string
      readonly item: ItemContent | null
      readonly count: number
      readonly wasBefore: string | null
      readonly isAfter: string | null
    }
  /** One paragraph has become `count`, or so many have become one. */
  | { readonly is: 'split' | 'joined'; readonly count: number }
  | { readonly is: 'value'; readonly before: FieldValue; readonly after: FieldValue }
  | { readonly is: 'picture' }
  | { readonly is: 'cellShape'; readonly before: CellShape; readonly after: CellShape }

/** All changes, in reading order: the first has number 1, and as many follow as are counted. */
export function changesOf({ sections }: FormComparison): Change[] {
  const changes = new Map<number, Change>()
  for (const { key: sectionKey, difference } of sections) {
    tellDifference(difference, (number, inside, what) => {
      const known = changes.get(number)
      if (!known) changes.set(number, { number, sectionKey, inside, what })
      else if (known.what.is === 'moved' && what.is === 'moved') {
        const { wasBefore } = what
        changes.set(number, { ...known, what: { ...known.what, count: known.what.count + 1, wasBefore } })
      }
    })
  }
  return [...changes.values()].sort((one, other) => one.number - other.number)
}

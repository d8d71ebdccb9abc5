import type { WordPart } from '../word/WordContent.ts'

/** A part of a file whose layout tables have been opened up. */
export interface Piece {
  readonly part: WordPart
  /** First thing in a box: where the headings of the original forms stand. */
  readonly isFirstInBox: boolean
}

import { FileRefused } from '../../office/FileRefused.ts'
import type { Relation } from '../../office/relations.ts'
import { wordLimits } from '../limits.ts'
import type { Numbering } from './numbering.ts'
import type { Pictures } from './Pictures.ts'
import type { Styles } from './Styles.ts'
import type { WordRemarks, WordText } from './WordContent.ts'

/** What all readers of a Word file have in common while it is read. */
export interface Reading {
  readonly styles: Styles
  readonly numbering: Numbering
  /** Footnotes and endnotes by their ids. */
  readonly footnotes: ReadonlyMap<string, readonly WordText[]>
  readonly endnotes: ReadonlyMap<string, readonly WordText[]>
  /** Of the part that is read now. */
  readonly relations: ReadonlyMap<string, Relation>
  readonly pictures: Pictures
  readonly remarks: Remarks
  readonly bounds: Bounds
  /** Numbers of pages are left out, as at the foot of a page. */
  readonly leavesPageNumbers: boolean
}

/** What is counted while a file is read. */
export type Remarks = { -readonly [Name in keyof WordRemarks]: number } & { hasTableOfContents: boolean }

export function noRemarks(): Remarks {
  return {
    comments: 0,
    deletions: 0,
    insertions: 0,
    objects: 0,
    missingPictures: 0,
    links: 0,
    hiddenRuns: 0,
    headerLines: 0,
    hasTableOfContents: false,
  }
}

type Counted = 'parts' | 'letters' | 'inlines' | 'cells'

/** How much there may still be of what a file is made of, in all its parts together. */
export class Bounds {
  readonly #left: Record<Counted, number> = {
    parts: wordLimits.parts,
    letters: wordLimits.letters,
    inlines: wordLimits.inlines,
    cells: wordLimits.cells,
  }

  /** Throws `FileRefused` when there are more than a file may have. */
  take(what: Counted, count = 1): void {
    this.#left[what] -= count
    if (this.#left[what] < 0) throw new FileRefused('large')
  }
}

import { type Typst, typst } from './typst.ts'

/** How a heading looks: that of a section in its box, the large ones of a paper, and the two beneath both. */
export type HeadingLook = 'boxed' | 'large' | 'plain' | 'small'

/** The headings of a document in order. No level is passed over, whatever has been written: whoever listens would miss one. */
export class Headings {
  #last = 0

  /** Has the text a level lower than the last heading at most. */
  heading(level: number, look: HeadingLook, words: Typst): Typst {
    const within = Math.max(1, Math.min(level, this.#last + 1))
    this.#last = within
    return typst`heading-of(${within}, ${look}, ${words})`
  }
}

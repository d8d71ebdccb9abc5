import type { FootnoteContent } from '../../../../shared/document/blockContent.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import { runs } from './runs.ts'

/** The footnotes of a section: numbered where they stand, and written out after it. */
export class Footnotes {
  /** What their addresses in the page begin with; a section's key. */
  readonly #section: string
  readonly #notes: FootnoteContent[] = []

  constructor(section: string) {
    this.#section = section
  }

  /** The number of one more, as it stands in the text. */
  mark(note: FootnoteContent): Html {
    this.#notes.push(note)
    const number = this.#notes.length
    const { from, to } = this.#names(number)
    return html`<sup><a id="${from}" href="#${to}" aria-label="Fotnot ${number}">${number}</a></sup>`
  }

  /** All of them; nothing when there are none. */
  list(): Html {
    if (this.#notes.length === 0) return nothing
    const lines = this.#notes.map((note, place) => {
      const { from, to } = this.#names(place + 1)
      return html`<li id="${to}">${runs(note.content)} <a href="#${from}" aria-label="Tillbaka till texten">↩</a></li>\n`
    })
    return html`<ol aria-label="Fotnoter">\n${joined(lines)}</ol>\n`
  }

  #names(number: number): { from: string; to: string } {
    return { from: `not-${this.#section}-${number}-i-texten`, to: `not-${this.#section}-${number}` }
  }
}

import { Paragraph, type ParagraphChild } from 'docx'
import { styles } from './styles.ts'

/** The footnotes of a document, numbered through body and annex in the order in which they are written. */
export class Footnotes {
  readonly #notes: { readonly children: readonly Paragraph[] }[] = []

  /** Takes in one more; gives its number. */
  add(words: readonly ParagraphChild[]): number {
    this.#notes.push({ children: [new Paragraph({ style: styles.footnote, children: words })] })
    return this.#notes.length
  }

  /** By number, as the document wants them. */
  all(): Readonly<Record<string, { readonly children: readonly Paragraph[] }>> {
    return Object.fromEntries(this.#notes.map((note, place) => [String(place + 1), note]))
  }
}

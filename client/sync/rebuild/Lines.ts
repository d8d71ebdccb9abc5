import type { FieldValue } from '../../../shared/document/value.ts'
import type { RescuedWhy } from '../../../shared/http/rescued.ts'

/** A line of what could not be got in. `path` is its field's place in the section; null in running text. */
export interface LeftLine {
  readonly path: string | null
  readonly value: Exclude<FieldValue, null>
}

/** What of one section could not be got in, and why. */
export interface LeftOver {
  /** Key of the section; null when it cannot be told any more. */
  readonly section: string | null
  readonly why: RescuedWhy
  readonly lines: readonly LeftLine[]
}

/** Between two pieces of one paragraph with others' words between them. */
const gapSign = ' … '

/** Writes down what is left over, a paragraph or a field a line. */
export class Lines {
  readonly #lines: LeftLine[] = []
  #path: string | null = null
  #text = ''
  #gap = false

  /** What is written from now on belongs to another paragraph or field. */
  begin(path: string | null): void {
    const text = this.#text.trim()
    if (text !== '') this.#lines.push({ path: this.#path, value: text })
    this.#path = path
    this.#text = ''
    this.#gap = false
  }

  write(text: string): void {
    if (this.#gap && this.#text !== '') this.#text += gapSign
    this.#gap = false
    this.#text += text
  }

  /** Something that is not left over stands here. */
  passOver(): void {
    this.#gap = true
  }

  value(path: string, value: Exclude<FieldValue, null>): void {
    this.begin(null)
    if (value !== '') this.#lines.push({ path, value })
  }

  /** Everything that has been written. */
  end(): readonly LeftLine[] {
    this.begin(null)
    return this.#lines
  }
}

import type { Bounds } from './Reading.ts'
import type { WordControl, WordInline, WordText } from './WordContent.ts'

/** How a piece of text looks. */
export type TextLook = Omit<WordText, 'is' | 'text'>

interface Piece extends TextLook {
  readonly is: 'text'
  text: string
}

type Part = Piece | Exclude<WordInline, WordText>

/** What stands in a paragraph, put together as it is read: pieces that look alike are one. */
export class InlineList {
  readonly #bounds: Bounds
  readonly #parts: Part[] = []
  #hasBreakOfPage = false
  #hasWords = false
  #hasLightWords = false

  constructor(bounds: Bounds) {
    this.#bounds = bounds
  }

  /** `isHeavy`: it is shown bold, whether it or its style says so. */
  text(words: string, look: TextLook, isHeavy: boolean): void {
    if (words === '') return
    this.#bounds.take('letters', words.length)
    if (/\S/.test(words)) {
      this.#hasWords = true
      if (!isHeavy) this.#hasLightWords = true
    }
    this.#breakPage()
    const last = this.#parts.at(-1)
    if (last?.is === 'text' && isAlike(last, look)) {
      last.text += words
      return
    }
    this.#bounds.take('inlines')
    this.#parts.push({ is: 'text', text: words, ...look })
  }

  add(part: Exclude<WordInline, WordText>): void {
    this.#breakPage()
    this.#bounds.take('inlines')
    this.#parts.push(part)
  }

  /** A new page or column within the paragraph: a new line, when something follows. */
  breakPage(): void {
    if (this.#parts.length > 0) this.#hasBreakOfPage = true
  }

  get isEmpty(): boolean {
    return this.#parts.length === 0
  }

  get isAllHeavy(): boolean {
    return this.#hasWords && !this.#hasLightWords
  }

  /** All of it, well-formed and without control characters. */
  take(): readonly WordInline[] {
    return this.#parts.map(part => (part.is === 'text' ? { ...part, text: plain(part.text) } : part))
  }

  #breakPage(): void {
    if (!this.#hasBreakOfPage) return
    this.#hasBreakOfPage = false
    this.add({ is: 'break' })
  }
}

function isAlike(one: TextLook, other: TextLook): boolean {
  return (
    one.isBold === other.isBold &&
    one.isItalic === other.isItalic &&
    one.link === other.link &&
    isSame(one.control, other.control)
  )
}

/** Two controls that say the same are two. */
function isSame(one: WordControl | null, other: WordControl | null): boolean {
  return one === other
}

/** Text as a form may hold it. */
export function plain(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replaceAll(/\p{Noncharacter_Code_Point}/gu, '')
}

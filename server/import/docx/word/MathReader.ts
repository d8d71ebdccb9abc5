import { type ElementReader, wordsOf } from './readElements.ts'

/** Reads the letters of an equation, one after the other. */
export class MathReader implements ElementReader {
  readonly #take: (words: string) => void

  constructor(take: (words: string) => void) {
    this.#take = take
  }

  child(name: string): ElementReader | null {
    if (name === 't') return wordsOf(this.#take)
    return name === 'del' || name.endsWith('Pr') ? null : this
  }
}

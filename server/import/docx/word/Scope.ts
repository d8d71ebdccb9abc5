import type { Reading } from './Reading.ts'
import { type Attribute, type ElementReader, isOn, within } from './readElements.ts'
import type { WordControl } from './WordContent.ts'

/** What the content controls around a place mean for what stands there. */
export interface Scope {
  /** The nearest one that has a tag or a title. */
  readonly control: WordControl | null
  /** It is a box to tick: its sign is shown once, and as a box. */
  readonly box: { readonly isTicked: boolean; isShown: boolean } | null
  /** The text only says what to write here. */
  readonly isPrompt: boolean
}

export const noScope: Scope = { control: null, box: null, isPrompt: false }

/** Reads a content control, wherever it stands; `inside` reads what is in it. */
export class ControlReader implements ElementReader {
  readonly #reading: Reading
  readonly #around: Scope
  readonly #inside: (scope: Scope) => ElementReader
  #tag = ''
  #title = ''
  #isTicked: boolean | null = null
  #isPrompt = false
  #isTableOfContents = false

  constructor(reading: Reading, around: Scope, inside: (scope: Scope) => ElementReader) {
    this.#reading = reading
    this.#around = around
    this.#inside = inside
  }

  child(name: string): ElementReader | null {
    if (name === 'sdtPr') return within({ child: (inner, attribute) => this.#property(inner, attribute) })
    if (name !== 'sdtContent') return null
    if (this.#isTableOfContents) {
      this.#reading.remarks.hasTableOfContents = true
      return null
    }
    return this.#inside(this.#scope())
  }

  #property(name: string, attribute: Attribute): ElementReader | null {
    if (name === 'tag') this.#tag = (attribute('val') ?? '').slice(0, 200)
    else if (name === 'alias') this.#title = (attribute('val') ?? '').slice(0, 200)
    else if (name === 'showingPlcHdr') this.#isPrompt = isOn(attribute)
    else if (name === 'checkbox') return this.#checkbox()
    else if (name === 'docPartObj') return this.#gallery()
    return null
  }

  #checkbox(): ElementReader {
    this.#isTicked = false
    return within({
      child: (name, attribute) => {
        if (name === 'checked') this.#isTicked = isOn(attribute)
        return null
      },
    })
  }

  #gallery(): ElementReader {
    return within({
      child: (name, attribute) => {
        if (name === 'docPartGallery' && /^table of contents$/i.test(attribute('val') ?? ''))
          this.#isTableOfContents = true
        return null
      },
    })
  }

  #scope(): Scope {
    const isNamed = this.#tag !== '' || this.#title !== ''
    return {
      control: isNamed ? { tag: this.#tag, title: this.#title } : this.#around.control,
      box: this.#isTicked === null ? this.#around.box : { isTicked: this.#isTicked, isShown: false },
      isPrompt: this.#isPrompt || this.#around.isPrompt,
    }
  }
}

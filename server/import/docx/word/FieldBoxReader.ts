import { wholeNumber } from './properties.ts'
import { type Attribute, type ElementReader, isOn, within } from './readElements.ts'
import type { Sign } from './symbols.ts'

/** So many words to choose from are looked at: Word has no more. */
const mostEntries = 25

/** Reads a box to tick, or a list to choose from, of the older kind: what is chosen is a property of its field. */
export class FieldBoxReader implements ElementReader {
  readonly #show: (shown: Sign) => void
  #isBox = false
  #isTicked = false
  #isTickedAtFirst = false
  #isList = false
  #chosen = 0
  readonly #entries: string[] = []

  constructor(show: (shown: Sign) => void) {
    this.#show = show
  }

  child(name: string): ElementReader | null {
    if (name !== 'ffData') return null
    return within({ child: inner => this.#kind(inner) })
  }

  end(): void {
    if (this.#isBox) this.#show({ isTicked: this.#isTicked || this.#isTickedAtFirst })
    else if (this.#isList) this.#show(this.#entries[this.#chosen] ?? '')
  }

  #kind(name: string): ElementReader | null {
    if (name === 'checkBox') {
      this.#isBox = true
      return within({ child: (inner, attribute) => this.#box(inner, attribute) })
    }
    if (name !== 'ddList') return null
    this.#isList = true
    return within({ child: (inner, attribute) => this.#list(inner, attribute) })
  }

  #box(name: string, attribute: Attribute): null {
    if (name === 'default') this.#isTickedAtFirst = isOn(attribute)
    if (name === 'checked') {
      this.#isTicked = isOn(attribute)
      this.#isTickedAtFirst = false
    }
    return null
  }

  #list(name: string, attribute: Attribute): null {
    if (name === 'result') this.#chosen = wholeNumber(attribute('val'), mostEntries) ?? 0
    if (name === 'listEntry' && this.#entries.length < mostEntries)
      this.#entries.push((attribute('val') ?? '').slice(0, 255))
    return null
  }
}

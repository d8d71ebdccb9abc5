import { addPicture, altLetters, atMostWidest, type Size } from './DrawingReader.ts'
import { type InlineList, plain } from './InlineList.ts'
import { twips } from './properties.ts'
import type { Reading } from './Reading.ts'
import type { Attribute, ElementReader } from './readElements.ts'

const shapes = ['shape', 'rect', 'roundrect', 'oval', 'line', 'polyline', 'arc', 'curve', 'image']

/** Reads a drawing of the older kind (VML): its pictures, the text in its boxes, and words that are drawn. */
export class VmlReader implements ElementReader {
  readonly #reading: Reading
  readonly #content: InlineList
  readonly #textBox: () => ElementReader
  readonly #words: (words: string) => void
  #size: Size = { width: 1, height: 1 }
  #alt = ''
  #taken = 0
  #drawn = 0

  constructor(
    reading: Reading,
    content: InlineList,
    textBox: () => ElementReader,
    words: (words: string) => void,
  ) {
    this.#reading = reading
    this.#content = content
    this.#textBox = textBox
    this.#words = words
  }

  child(name: string, attribute: Attribute): ElementReader | null {
    if (shapes.includes(name)) {
      // A line across the page is no drawing.
      if (attribute('hr') === null) this.#drawn += 1
      this.#size = sizeIn(attribute('style') ?? '') ?? this.#size
      this.#alt = plain(attribute('alt') ?? '')
        .slice(0, altLetters)
        .trim()
      return this
    }
    switch (name) {
      case 'group':
      case 'textbox':
        return this
      case 'txbxContent':
        this.#taken += 1
        return this.#textBox()
      case 'textpath':
        this.#taken += 1
        this.#words((attribute('string') ?? '').slice(0, 1_000))
        return null
      case 'imagedata':
        this.#taken += 1
        this.#picture(attribute)
        return null
      default:
        return null
    }
  }

  end(): void {
    if (this.#drawn > 0 && this.#taken === 0) this.#reading.remarks.objects += 1
  }

  #picture(attribute: Attribute): void {
    const alt =
      this.#alt === ''
        ? plain(attribute('title') ?? '')
            .slice(0, altLetters)
            .trim()
        : this.#alt
    addPicture(this.#reading, this.#content, attribute('id') ?? attribute('pict'), this.#size, alt)
  }
}

/** Width and height that a style of a shape gives. */
function sizeIn(style: string): Size | null {
  const sides = new Map(
    style
      .slice(0, 1_000)
      .split(';')
      .map(rule => {
        const [name = '', value = ''] = rule.split(':')
        return [name.trim().toLowerCase(), pixels(value.trim().toLowerCase())] as const
      }),
  )
  const [width, height] = [sides.get('width') ?? null, sides.get('height') ?? null]
  return width === null || height === null ? null : { width, height }
}

function pixels(value: string): number | null {
  const inPixels = /^\d{1,6}(?:\.\d{1,6})?px$/.test(value) ? Number.parseFloat(value) * 15 : twips(value)
  return inPixels === null || inPixels <= 0 ? null : atMostWidest(inPixels / 15)
}

import type { InlineList } from './InlineList.ts'
import { plain } from './InlineList.ts'
import type { Reading } from './Reading.ts'
import { type Attribute, type ElementReader, within } from './readElements.ts'

/** English metric units of a pixel of 1/96 inch. */
const pixelEmu = 9_525
const widest = 10_000

export interface Size {
  readonly width: number
  readonly height: number
}

/** Longest words for what a picture shows that are taken. */
export const altLetters = 2_000

/**
 * Reads a drawing: its pictures, and the text in its boxes. What else there may be (charts, diagrams, lines) is counted.
 */
export class DrawingReader implements ElementReader {
  readonly #reading: Reading
  readonly #content: InlineList
  readonly #textBox: () => ElementReader
  #size: Size = { width: 1, height: 1 }
  #alt = ''
  #pictures = 0
  #boxes = 0
  #isGroup = false

  constructor(reading: Reading, content: InlineList, textBox: () => ElementReader) {
    this.#reading = reading
    this.#content = content
    this.#textBox = textBox
  }

  child(name: string, attribute: Attribute): ElementReader | null {
    switch (name) {
      case 'extent':
        this.#size = sizeOf(attribute) ?? this.#size
        return null
      case 'docPr':
        this.#alt = altOf(attribute)
        return null
      case 'wgp':
      case 'wpc':
        this.#isGroup = true
        return this
      case 'pic':
        return this.#picture()
      case 'txbxContent':
        this.#boxes += 1
        return this.#textBox()
      case 'inline':
      case 'anchor':
      case 'graphic':
      case 'graphicData':
      case 'grpSp':
      case 'wsp':
      case 'txbx':
        return this
      default:
        return null
    }
  }

  end(): void {
    if (this.#pictures === 0 && this.#boxes === 0) this.#reading.remarks.objects += 1
  }

  #picture(): ElementReader {
    this.#pictures += 1
    let [id, linked]: [string | null, string | null] = [null, null]
    let own: Size | null = null
    let alt = ''
    const child = (name: string, attribute: Attribute): ElementReader | null => {
      if (name === 'blip') [id, linked] = [attribute('embed'), attribute('link')]
      else if (name === 'cNvPr') alt = altOf(attribute)
      else if (name === 'ext') own = sizeOf(attribute) ?? own
      return ['nvPicPr', 'blipFill', 'spPr', 'xfrm'].includes(name) ? within({ child }) : null
    }
    return {
      child,
      end: () => {
        const size = this.#isGroup ? (own ?? this.#size) : this.#size
        addPicture(this.#reading, this.#content, id || linked, size, this.#alt === '' ? alt : this.#alt)
      },
    }
  }
}

/** Puts a picture where it stands, when its bytes are in the file. */
export function addPicture(
  { relations, pictures, remarks }: Reading,
  content: InlineList,
  id: string | null,
  size: Size,
  alt: string,
): void {
  const relation = relations.get(id ?? '')
  const hash = relation && !relation.isExternal ? pictures.at(relation.target) : null
  if (hash === null) remarks.missingPictures += 1
  else content.add({ is: 'picture', hash, ...size, alt })
}

/** Words for what is shown, on one line. */
function altOf(attribute: Attribute): string {
  return plain(attribute('descr') || attribute('title') || '')
    .slice(0, altLetters)
    .trim()
}

function sizeOf(attribute: Attribute): Size | null {
  const [width, height] = [pixels(attribute('cx')), pixels(attribute('cy'))]
  return width === null || height === null ? null : { width, height }
}

function pixels(emu: string | null): number | null {
  const number = Number(emu ?? Number.NaN)
  return Number.isFinite(number) && number > 0 ? atMostWidest(number / pixelEmu) : null
}

export function atMostWidest(number: number): number {
  return Math.max(1, Math.min(widest, Math.round(number)))
}

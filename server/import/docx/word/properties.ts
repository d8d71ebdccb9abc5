import { type Attribute, type ElementReader, isOn, within } from './readElements.ts'

/** The list that a paragraph says it stands in; what it does not say is null. */
export interface ListPlace {
  readonly numId: string | null
  readonly level: number | null
}

const sides: Readonly<Record<string, string>> = {
  ...{ top: 'top', bottom: 'bottom', left: 'left', right: 'right', start: 'left', end: 'right' },
}

/** What a paragraph, or a style, says of how it looks. */
export class ParagraphProperties implements ElementReader {
  style: string | null = null
  /** 0 to 8 as in a table of contents, 9 for running text. */
  outline: number | null = null
  numId: string | null = null
  level: number | null = null
  leftTwips: number | null = null
  /** The end of the paragraph is deleted: what follows stands in it. */
  isEndDeleted = false
  readonly #borders = new Set<string>()

  get list(): ListPlace | null {
    return this.numId === null && this.level === null ? null : { numId: this.numId, level: this.level }
  }

  get isBoxed(): boolean {
    return this.#borders.size === 4
  }

  child(name: string, attribute: Attribute): ElementReader | null {
    switch (name) {
      case 'pStyle':
        this.style = attribute('val')
        return null
      case 'outlineLvl':
        this.outline = wholeNumber(attribute('val'), 9)
        return null
      case 'ind':
        this.leftTwips = twips(attribute('start') ?? attribute('left')) ?? this.leftTwips
        return null
      case 'numPr':
        return within({ child: (inner, of) => this.#list(inner, of) })
      case 'pBdr':
        return within({ child: (inner, of) => this.#border(inner, of) })
      case 'rPr':
        return within({ child: inner => this.#end(inner) })
      default:
        return null
    }
  }

  #list(name: string, attribute: Attribute): null {
    if (name === 'numId') this.numId = attribute('val')
    if (name === 'ilvl') this.level = wholeNumber(attribute('val'), 8)
    return null
  }

  #border(name: string, attribute: Attribute): null {
    const side = sides[name]
    if (side !== undefined && !['nil', 'none'].includes(attribute('val') ?? 'none')) this.#borders.add(side)
    return null
  }

  #end(name: string): null {
    if (name === 'del' || name === 'moveFrom') this.isEndDeleted = true
    return null
  }
}

/** What a run, or a style, says of how its letters look; what it does not say is null. */
export class RunProperties implements ElementReader {
  style: string | null = null
  isBold: boolean | null = null
  isItalic: boolean | null = null
  isHidden: boolean | null = null
  font: string | null = null

  child(name: string, attribute: Attribute): null {
    switch (name) {
      case 'rStyle':
        this.style = attribute('val')
        break
      case 'b':
        this.isBold = isOn(attribute)
        break
      case 'i':
        this.isItalic = isOn(attribute)
        break
      case 'vanish':
        this.isHidden = isOn(attribute)
        break
      case 'rFonts':
        this.font = attribute('ascii') ?? attribute('hAnsi')
        break
      default:
    }
    return null
  }
}

/** A whole number from 0 to a largest one; null for what is none. */
export function wholeNumber(said: string | null, most: number): number | null {
  if (said === null || !/^\d{1,9}$/.test(said)) return null
  return Math.min(Number(said), most)
}

const twipsOf: Readonly<Record<string, number>> = {
  '': 1,
  pt: 20,
  in: 1440,
  cm: 567,
  mm: 56.7,
  pc: 240,
  pi: 240,
}

/** A distance in twentieths of a point: a number, or a number with its unit; null for what is none. */
export function twips(said: string | null): number | null {
  const [, number, unit] = /^(-?\d{1,7}(?:\.\d{1,6})?)([a-z]{0,2})$/.exec(said ?? '') ?? []
  const one = unit === undefined ? undefined : twipsOf[unit]
  return number === undefined || one === undefined ? null : Math.round(Number(number) * one)
}

/** Whether something is shaded in a colour of its own. */
export function isShaded(attribute: Attribute): boolean {
  const fill = attribute('fill') ?? 'auto'
  const pattern = attribute('val') ?? 'clear'
  const hasFill = !/^(?:auto|ffffff)$/i.test(fill) || attribute('themeFill') !== null
  return hasFill || !['clear', 'nil', 'none'].includes(pattern)
}

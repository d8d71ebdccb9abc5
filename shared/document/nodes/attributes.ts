/**
 * What the nodes' attributes may be, read from whatever the shared document or a pasted page holds. Here and not
 * with the nodes, so that the server can read text without loading an editor.
 */
import { imageHashPattern } from '../../http/image.ts'

/** Deepest step of indent. */
export const deepestIndent = 8

/** Level of subheading, kind of list and step of indent; null is running text, no list and no indent. */
export interface ParagraphAttributes {
  readonly level: 1 | 2 | null
  readonly list: 'bullet' | 'number' | null
  readonly indent: number | null
}

export const plainParagraph: ParagraphAttributes = { level: null, list: null, indent: null }

/** What is not valid is none. */
export function paragraphAttributes(read: (name: keyof ParagraphAttributes) => unknown): ParagraphAttributes {
  const level = Number(read('level'))
  const list = read('list')
  const indent = Number(read('indent'))
  return {
    level: level === 1 || level === 2 ? level : null,
    list: list === 'bullet' || list === 'number' ? list : null,
    indent: Number.isInteger(indent) && indent > 0 ? Math.min(indent, deepestIndent) : null,
  }
}

/** What a figure holds besides its caption; null where it is not there or not valid. */
export interface FigureAttributes {
  /** SHA-256 of the stored picture. */
  readonly image: string | null
  readonly width: number | null
  readonly height: number | null
  /** What the picture shows, for those who do not see it; null until somebody has written it. */
  readonly alt: string | null
}

export function figureAttributes(read: (name: keyof FigureAttributes) => unknown): FigureAttributes {
  const image = read('image')
  const alt = read('alt')
  return {
    image: typeof image === 'string' && imageHashPattern.test(image) ? image : null,
    width: pixels(read('width')),
    height: pixels(read('height')),
    alt: typeof alt === 'string' && alt.trim() !== '' ? alt : null,
  }
}

function pixels(value: unknown): number | null {
  const number = Number(value)
  return Number.isInteger(number) && number > 0 ? number : null
}

/** Widest span of a cell in columns or rows. */
const widestSpan = 50

/** How many columns or rows a cell spans; 1 for anything that is not a valid span. */
export function cellSpan(value: unknown): number {
  const number = Number(value)
  return Number.isInteger(number) && number > 1 ? Math.min(number, widestSpan) : 1
}

import type { FigureContent } from '../../../../../shared/document/blockContent.ts'
import type { WordInline, WordPicture } from '../../word/WordContent.ts'

/** Bounds of `textSchema.ts`. */
const [largest, longestAlt] = [100_000, 2000]

export function isPicture(part: WordInline): part is WordPicture {
  return part.is === 'picture'
}

/** A picture as a figure without caption. `image` is the hash of its bytes in the file. */
export function figureOf({ hash, width, height, alt }: WordPicture): FigureContent {
  return {
    type: 'figure',
    image: hash,
    width: pixels(width),
    height: pixels(height),
    alt: alt.slice(0, longestAlt),
    caption: [],
  }
}

function pixels(size: number): number {
  return Number.isFinite(size) ? Math.max(1, Math.min(largest, Math.round(size))) : 1
}

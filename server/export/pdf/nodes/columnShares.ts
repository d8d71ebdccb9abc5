import type { ParagraphContent } from '../../../../shared/document/blockContent.ts'
import type { Grid } from './grid.ts'

/** No column is narrower than this part of one that shares the width equally. */
const narrowest = 0.5

/**
 * The widths of the columns in relation to each other, since none are kept: by the text in them, though less than in
 * proportion, so that a column of figures stays narrow and one of text does not take it all.
 */
export function columnShares({ columns, cells }: Grid): readonly number[] {
  const letters = Array.from({ length: columns }, () => 0)
  for (const { x, colspan, cell } of cells) {
    if (cell === null || colspan > 1) continue
    letters[x] = Math.max(letters[x] ?? 0, lettersIn(cell.content))
  }
  const weights = letters.map(count => Math.sqrt(Math.min(count, 400)))
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / columns
  if (mean === 0) return weights.map(() => 1)
  return weights.map(weight => Math.round(Math.max(narrowest, weight / mean) * 100) / 100)
}

/** Footnotes stand elsewhere. */
export function lettersIn(content: readonly ParagraphContent[]): number {
  let letters = 0
  for (const { content: parts } of content) {
    for (const part of parts) if (part.type === 'text') letters += part.text.length
  }
  return letters
}

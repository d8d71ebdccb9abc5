import type { OfficeLimits } from '../office/OfficeLimits.ts'

/** How much of a Word file is looked at. An ansökan of 300 pages is a third of any of these. */
export const wordLimits = {
  entries: 2_000,
  unpackedBytes: 100 * 1024 * 1024,
  ratio: 100,
  ratioFreeBytes: 1024 * 1024,
  xmlBytes: 32 * 1024 * 1024,
  xmlDepth: 64,
  xmlElements: 2_000_000,
  /** Paragraphs and tables, wherever they stand. */
  parts: 30_000,
  /** Letters of all text, of a footnote once for each place that refers to it. */
  letters: 3_000_000,
  /** Pieces of text with a look of their own, footnotes, pictures, boxes and new lines. */
  inlines: 200_000,
  cells: 50_000,
  /** Different pictures. */
  pictures: 500,
  styles: 5_000,
  lists: 20_000,
} as const satisfies OfficeLimits & Readonly<Record<string, number>>

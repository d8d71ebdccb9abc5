import type { OfficeLimits } from '../office/OfficeLimits.ts'

/** How much of a file is looked at. A budget with all its sheets is a hundredth of any of these. */
export const workbookLimits = {
  entries: 1_000,
  unpackedBytes: 50 * 1024 * 1024,
  ratio: 100,
  ratioFreeBytes: 1024 * 1024,
  xmlBytes: 50 * 1024 * 1024,
  xmlDepth: 64,
  xmlElements: 2_000_000,
  sheets: 100,
  /** Cells with something in them, in all sheets together. */
  cells: 200_000,
  /** Merged ranges of a sheet. */
  merges: 10_000,
  /** Letters of a cell that are kept: the longest line of the form. */
  cellLetters: 500,
} as const satisfies OfficeLimits & Readonly<Record<string, number>>

import type { Row } from './ItemRows.ts'

/** The rows that have not been removed; only these are counted and moved among. */
export function standing(rows: readonly Row[]): readonly Row[] {
  return rows.filter(row => row.removedBy === null)
}

/** A row's number among those that stand, from 1; for a removed one, the number it had. */
export function numberOf(rows: readonly Row[], row: Row): number {
  return standing(rows.slice(0, rows.indexOf(row))).length + 1
}

interface Steps {
  readonly up: { readonly go: () => void } | null
  readonly down: { readonly go: () => void } | null
}

/**
 * What moving a row one step does. `move` gets the row to stand before (null for last) and the new place,
 * counted from 1.
 */
export function steps(
  rows: readonly Row[],
  row: Row,
  move: (before: Row | null, place: number) => void,
): Steps {
  const index = rows.indexOf(row)
  return {
    up: index > 0 ? { go: () => move(rows[index - 1] ?? null, index) } : null,
    down:
      index >= 0 && index < rows.length - 1 ? { go: () => move(rows[index + 2] ?? null, index + 2) } : null,
  }
}

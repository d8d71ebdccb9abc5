import type { Row } from './ItemRows.ts'

/** The rows that have not been removed; only these are counted and moved among. */
export function standing(rows: readonly Row[]): readonly Row[] {
  return rows.filter(row => row.removedBy === null)
}

interface Steps {
  readonly up: (() => void) | null
  readonly down: (() => void) | null
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
    up: index > 0 ? () => move(rows[index - 1] ?? null, index) : null,
    down: index >= 0 && index < rows.length - 1 ? () => move(rows[index + 2] ?? null, index + 2) : null,
  }
}

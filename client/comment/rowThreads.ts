import { commentedCell } from '../budget/cellPlace.ts'
import type { Entry } from './acts.ts'

type RowThreads = ReadonlyMap<string, string>

const known = new WeakMap<readonly Entry[], RowThreads>()

/**
 * Ids of the threads about any cell of a row of the budget, with commas between; empty when there are none. All rows are
 * gone through once for each list of threads, however many ask.
 */
export function rowThreads(entries: readonly Entry[], section: string, sheet: string, row: string): string {
  const rows = known.get(entries) ?? allRows(entries)
  known.set(entries, rows)
  return rows.get(`${section} ${sheet} ${row}`) ?? ''
}

function allRows(entries: readonly Entry[]): RowThreads {
  const rows = new Map<string, string>()
  for (const { thread } of entries) {
    const { id, place } = thread
    const cell = place.is === 'field' ? commentedCell(place.field) : null
    if (cell === null) continue
    const row = `${place.section} ${cell.sheet} ${cell.line}`
    const before = rows.get(row)
    rows.set(row, before === undefined ? id : `${before},${id}`)
  }
  return rows
}

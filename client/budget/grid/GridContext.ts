import { createContext, useContext } from 'react'
import type { FieldValue } from '../../../shared/document/value.ts'
import type { FieldPath } from '../../form/fieldPath.ts'
import type { BudgetStore } from '../BudgetStore.ts'
import type { CellStates } from './CellStates.ts'
import type { GridModel } from './GridModel.ts'

/** A grid on the page, for its cells and for what is done with several of them. The same object while it is shown. */
export interface OnGrid {
  readonly id: string
  readonly model: GridModel
  readonly store: BudgetStore
  /** Null where it is shown empty. */
  readonly states: CellStates | null
  /** Why a cell may not be written in now; null where it may. */
  whyNot(path: FieldPath): string | null
  /**
   * Writes several values as one transaction, which is taken back as one. What may not be written is left as it is.
   * Returns the paths that were.
   */
  write(edits: readonly CellEdit[]): readonly FieldPath[]
  /** What stands in a value cell, as it is shown. */
  shownAt(path: FieldPath): string
}

export interface CellEdit {
  readonly path: FieldPath
  readonly value: FieldValue
}

/** Copy, cut and paste of a grid. Not asked while somebody is typing in a cell. */
export interface GridClipboard {
  /** Puts what is marked (`model.marked()`) into `data`. */
  copy(grid: OnGrid, data: DataTransfer): void
  /** Writes what is in `data`, from the first marked cell on. */
  paste(grid: OnGrid, data: DataTransfer): void
}

export const GridContext = createContext<OnGrid | null>(null)

export function useGrid(): OnGrid {
  const grid = useContext(GridContext)
  if (grid === null) throw new Error('A cell drawn outside its grid')
  return grid
}

import type { ReactNode } from 'react'
import type { FieldPath } from '../../form/fieldPath.ts'
import type { FieldFormat } from '../../form/fields/format.ts'
import type { BudgetView } from '../BudgetStore.ts'

/**
 * What a grid is given. Columns and rows are only which there are, never what stands in them, so that they are the same
 * objects until one comes, goes or moves.
 */
export interface Sheet {
  /** The first one is the header of each row. */
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly SheetRow[]
}

export interface SheetColumn {
  readonly key: string
  /** What it is called aloud. */
  readonly name: (view: BudgetView) => string
  /** What stands at its head; its name where nothing is given. */
  readonly head?: ReactNode
  readonly width: 'label' | 'percent' | 'day' | 'amount'
  /** Set off from the columns before it. */
  readonly parted?: boolean
}

export interface SheetRow {
  readonly key: string
  /**
   * `heading` is a band with words, `line` is filled in, `sum` is worked out, `action` is what can be done, `under`
   * says more of the line above it: its second cell fills the rest of the row.
   */
  readonly is: 'heading' | 'line' | 'sum' | 'action' | 'under'
  /** How much it weighs among the headings, or the sums. */
  readonly weight?: 1 | 2 | 3
  /** What it is called aloud. */
  readonly name: (view: BudgetView) => string
  /** By column key; a column that is not here is blank. */
  readonly cells: Readonly<Record<string, SheetCell>>
  /** Drawn last in its first cell, such as a menu of what can be done with it. Not a stop of Tab. */
  readonly tools?: ReactNode
  /** Drawn after what stands in its first cell, such as a sign. */
  readonly mark?: ReactNode
  /** Drawn under the row, for what is said of it: nothing, or a `NotesRow`. */
  readonly notes?: ReactNode
  /** It has been removed, and is shown for the sake of what I wrote in it. */
  readonly removed?: boolean
  /** Nothing but its notes is shown. */
  readonly onlyNotes?: boolean
}

export type SheetCell = ValueCell | ComputedCell | WordsCell | ActionCell

/** An atomic value of the budget's root. */
export interface ValueCell {
  readonly is: 'value'
  readonly path: FieldPath
  readonly format: FieldFormat
  readonly align: 'start' | 'end'
  /** Stands after it in words: `kr`, `%`. */
  readonly unit?: string
  /** Shown faintly while it is empty, such as what to write there. */
  readonly empty?: string
}

/** A number worked out of the budget; null shows nothing. */
export interface ComputedCell {
  readonly is: 'computed'
  readonly of: (view: BudgetView) => number | null
  /** In words; `groupDigits` without. */
  readonly show?: (value: number) => string
  /** A fault, drawn so; must be told in words elsewhere. */
  readonly isFault?: (view: BudgetView) => boolean
}

/** Words fixed, or worked out. */
export interface WordsCell {
  readonly is: 'words'
  readonly of: (view: BudgetView) => string
  readonly align?: 'start' | 'end'
}

export interface ActionCell {
  readonly is: 'action'
  readonly words: string
  readonly icon: ReactNode
  readonly run: () => void
}

/** A place in a sheet. */
export interface CellPlace {
  readonly row: string
  readonly column: string
}

/** The cell that somebody is in at a place: blank ones have none. */
export function cellAt(row: SheetRow, column: string): SheetCell | null {
  return Object.hasOwn(row.cells, column) ? (row.cells[column] ?? null) : null
}

/** Whether one can be in a row: in headings and what only has notes, one cannot. */
export function isEntered(row: SheetRow): boolean {
  return row.is !== 'heading' && row.onlyNotes !== true
}

/**
 * How narrow each kind of column may be: in figures of the sheet's own type, so that `2025-01-01` and `99 999 999` fit
 * in whatever type a machine has.
 */
const least: Readonly<Record<SheetColumn['width'], string>> = {
  label: 'var(--label-least)',
  percent: '3.2rem',
  day: '9.2ch + 0.7rem',
  amount: '9.6ch + 2 * var(--cell-inset)',
}

/** How wide the columns are, as CSS: the first takes most of what is over, and no row is narrower than `min`. */
export function gridWidths(columns: readonly SheetColumn[]): {
  readonly min: string
  readonly columns: string
} {
  const widths = columns.map(({ width }) =>
    width === 'label'
      ? `minmax(${least.label}, 1.6fr)`
      : width === 'amount'
        ? `minmax(calc(${least.amount}), 1fr)`
        : `calc(${least[width]})`,
  )
  return { min: `calc(${columns.map(({ width }) => least[width]).join(' + ')})`, columns: widths.join(' ') }
}

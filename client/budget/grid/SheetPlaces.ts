import { type CellPlace, cellAt, isEntered, type Sheet, type SheetCell, type SheetRow } from './sheet.ts'

/** A rectangle of cells, row by row. Blank cells are null. */
export interface Selection {
  readonly rows: readonly SheetRow[]
  readonly columns: readonly string[]
  readonly cells: readonly (readonly (SheetCell | null)[])[]
}

export type Side = 'right' | 'left' | 'down' | 'up'

/** The places of one sheet, and the ways between them. Rows that nobody enters have no number. */
export class SheetPlaces {
  readonly rows: readonly SheetRow[]
  readonly columns: readonly string[]
  readonly #rowIndex: ReadonlyMap<string, number>
  readonly #columnIndex: ReadonlyMap<string, number>
  readonly #written: readonly CellPlace[]
  readonly #paths: ReadonlyMap<string, CellPlace>

  constructor(sheet: Sheet) {
    this.rows = sheet.rows.filter(isEntered)
    this.columns = sheet.columns.map(({ key }) => key)
    this.#rowIndex = new Map(this.rows.map(({ key }, index) => [key, index]))
    this.#columnIndex = new Map(this.columns.map((key, index) => [key, index]))
    const values = this.rows.flatMap(row =>
      this.columns.flatMap(column => {
        const cell = cellAt(row, column)
        return cell?.is === 'value' ? [{ row, column, path: cell.path }] : []
      }),
    )
    this.#written = values.flatMap(({ row, column }) => (row.is === 'line' ? [{ row: row.key, column }] : []))
    this.#paths = new Map(values.map(({ row, column, path }) => [path, { row: row.key, column }]))
  }

  /** -1 for a row that is not there, or that nobody enters. */
  rowIndex(key: string): number {
    return this.#rowIndex.get(key) ?? -1
  }

  columnIndex(key: string): number {
    return this.#columnIndex.get(key) ?? -1
  }

  rowOf(key: string): SheetRow | null {
    return this.rows[this.rowIndex(key)] ?? null
  }

  /** The cell that is drawn at a place; null where it is blank. */
  cellAt({ row, column }: CellPlace): SheetCell | null {
    const known = this.rowOf(row)
    return known === null ? null : cellAt(known, column)
  }

  /** Where a value stands; null when it is not in the sheet. */
  placeOf(path: string): CellPlace | null {
    return this.#paths.get(path) ?? null
  }

  /** The first that is written in. */
  first(): CellPlace {
    return this.#written[0] ?? { row: this.rows[0]?.key ?? '', column: this.columns[0] ?? '' }
  }

  /** The cell of a row that is in a column, or that covers it. */
  columnIn(row: SheetRow, column: string): string {
    const [first = column, second = column] = this.columns
    if (row.is === 'action') return first
    return row.is === 'under' && column !== first ? second : column
  }

  /** So many rows from another one, and no further than the edge. */
  rowFrom(key: string, by: number): SheetRow | null {
    return this.rows[clamp(this.rowIndex(key) + by, this.rows.length)] ?? null
  }

  columnFrom(key: string, by: number): string {
    return this.columns[clamp(this.columnIndex(key) + by, this.columns.length)] ?? key
  }

  /** The next cell that is written in; null when there is none further. Down and up are in `column`. */
  next(from: CellPlace, to: Side, column: string): CellPlace | null {
    const isAcross = to === 'right' || to === 'left'
    const here = isAcross ? this.#order(from) : this.rowIndex(from.row)
    const at = (place: CellPlace) => (isAcross ? this.#order(place) : this.rowIndex(place.row))
    const places = isAcross ? this.#written : this.#written.filter(place => place.column === column)
    const found =
      to === 'right' || to === 'down'
        ? places.find(place => at(place) > here)
        : places.findLast(place => at(place) < here)
    return found ?? null
  }

  rectangle(one: CellPlace, other: CellPlace): Selection {
    const rows = between(this.rows, this.rowIndex(one.row), this.rowIndex(other.row))
    const columns = between(this.columns, this.columnIndex(one.column), this.columnIndex(other.column))
    return { rows, columns, cells: rows.map(row => columns.map(column => cellAt(row, column))) }
  }

  #order({ row, column }: CellPlace): number {
    return this.rowIndex(row) * this.columns.length + this.columnIndex(column)
  }
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(index, length - 1))
}

function between<T>(all: readonly T[], one: number, other: number): readonly T[] {
  return all.slice(Math.max(0, Math.min(one, other)), Math.max(one, other) + 1)
}

import type { Typing } from './keys.ts'
import { type Selection, SheetPlaces, type Side } from './SheetPlaces.ts'
import { Signals } from './Signals.ts'
import type { CellPlace, Sheet } from './sheet.ts'

/** How a cell is drawn just now; the sum of those that hold. */
export const cellFlag = { stop: 1, active: 2, selected: 4, typing: 8 } as const

/**
 * Where somebody is in a sheet, what she has selected, and whether she is typing. Knows nothing of the page: `onMoved`
 * gives focus to the cell she has come to.
 *
 * [GRID1] One cell is the grid's stop of Tab: the one she was last in, or the first that is written in.
 * [GRID2] When rows come, go or move, she stays in the same cell; in its nearest neighbour when it has gone.
 * [GRID3] Going up and down keeps to the column she came from, past rows that have fewer cells.
 * [GRID4] While she fills in, Tab goes on to the next cell that is written in, and Enter to the row below, in the column
 *         where she began; any other move ends it.
 */
export class GridModel {
  onMoved: (place: CellPlace) => void = () => {}
  #sheet: Sheet
  #places: SheetPlaces
  #active: CellPlace
  /** Where the selection began; null while only one cell is in it. */
  #anchor: CellPlace | null = null
  #selection: Selection | null = null
  #wanted: string
  #hasFocus = false
  #typing: Typing = null
  #fillsIn = false
  #fillStart: string | null = null
  readonly #cells = new Signals()
  readonly #listeners = new Set<() => void>()

  constructor(sheet: Sheet) {
    this.#sheet = sheet
    this.#places = new SheetPlaces(sheet)
    this.#active = this.#places.first()
    this.#wanted = this.#active.column
  }

  get sheet(): Sheet {
    return this.#sheet
  }

  get places(): SheetPlaces {
    return this.#places
  }

  get active(): CellPlace {
    return this.#active
  }

  get typing(): Typing {
    return this.#typing
  }

  get fillsIn(): boolean {
    return this.#fillsIn
  }

  /** [GRID2] True when the cell she was in has gone, and focus with it. */
  setSheet(sheet: Sheet): boolean {
    if (sheet === this.#sheet) return false
    const { row, column } = this.#active
    const [wasRow, wasColumn] = [this.#places.rowIndex(row), this.#places.columnIndex(column)]
    this.#sheet = sheet
    this.#places = new SheetPlaces(sheet)
    const known = this.#places.rowOf(row) ?? this.#places.rows[Math.min(wasRow, this.#places.rows.length - 1)]
    const isColumn = this.#places.columnIndex(column) >= 0
    const isGone = known?.key !== row || !isColumn
    if (!known) this.#active = this.#places.first()
    else if (isGone) {
      const near = isColumn
        ? column
        : this.#places.columns[Math.min(wasColumn, this.#places.columns.length - 1)]
      this.#active = { row: known.key, column: this.#places.columnIn(known, near ?? column) }
    }
    if (isGone) this.#typing = null
    this.#anchor = null
    this.#selection = null
    this.#cells.tellUnder('')
    this.#tell()
    return isGone && this.#hasFocus
  }

  flagsOf(row: string, column: string): number {
    const isActive = this.#active.row === row && this.#active.column === column
    return (
      (isActive ? cellFlag.stop : 0) +
      (isActive && this.#hasFocus ? cellFlag.active : 0) +
      (this.#isSelected(row, column) ? cellFlag.selected : 0) +
      (isActive && this.#typing !== null ? cellFlag.typing : 0)
    )
  }

  subscribeCell(row: string, column: string, listener: () => void): () => void {
    return this.#cells.on(addressOf(row, column), listener)
  }

  /** Told when she has moved, selected, or begins or ends typing. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** More than one cell; null while there is only the one she is in. The same object until it changes. */
  readonly selection = (): Selection | null => {
    if (this.#anchor === null) return null
    this.#selection ??= this.#places.rectangle(this.#anchor, this.#active)
    return this.#selection
  }

  /** What is selected, or the one cell she is in. */
  marked(): Selection {
    return this.selection() ?? this.#places.rectangle(this.#active, this.#active)
  }

  focused(hasFocus: boolean): void {
    if (this.#hasFocus === hasFocus) return
    this.#change(() => {
      this.#hasFocus = hasFocus
      if (hasFocus) return
      this.#typing = null
      this.#endFilling()
    })
  }

  /** Goes to a place, as by a click. `extending` selects from where she was. */
  goTo(place: CellPlace, extending = false): void {
    this.#endFilling()
    const row = this.#places.rowOf(place.row)
    if (row === null) return
    this.#wanted = place.column
    this.#to({ row: row.key, column: this.#places.columnIn(row, place.column) }, extending)
  }

  /** [GRID3] So many rows and columns, and no further than the edge. */
  move(rows: number, columns: number, extending: boolean): void {
    this.#endFilling()
    const row = this.#places.rowFrom(this.#active.row, rows)
    if (row === null) return
    if (columns !== 0) this.#wanted = this.#places.columnFrom(this.#active.column, columns)
    this.#to({ row: row.key, column: this.#places.columnIn(row, this.#wanted) }, extending)
  }

  edge(to: 'rowStart' | 'rowEnd' | 'start' | 'end', extending: boolean): void {
    const far = Number.POSITIVE_INFINITY
    if (to === 'rowStart') this.move(0, -far, extending)
    else if (to === 'rowEnd') this.move(0, far, extending)
    else if (to === 'start') this.move(-far, -far, extending)
    else this.move(far, far, extending)
  }

  /** [GRID4] On to the next cell that is written in; false when there is none further. */
  next(to: Side): boolean {
    const place = this.#places.next(this.#active, to, this.#fillStart ?? this.#wanted)
    if (place === null) {
      this.#endFilling()
      this.stopTyping()
      return false
    }
    if (to === 'right' || to === 'left') this.#fillStart ??= this.#active.column
    this.#fillsIn = true
    this.#wanted = place.column
    this.#to(place, false)
    return true
  }

  type(how: 'over' | 'into'): void {
    this.#change(() => {
      this.#typing = how
      this.#anchor = null
    })
  }

  /** She has pointed in what she types: the arrows are the text's from now on. */
  typeInto(): void {
    if (this.#typing === 'over') this.#typing = 'into'
  }

  stopTyping(): void {
    this.#change(() => {
      this.#typing = null
    })
  }

  selectAll(): void {
    const { rows, columns } = this.#places
    const [first, last, firstColumn, lastColumn] = [rows[0], rows.at(-1), columns[0], columns.at(-1)]
    if (!first || !last || firstColumn === undefined || lastColumn === undefined) return
    this.#change(() => {
      this.#anchor = { row: last.key, column: lastColumn }
      this.#active = { row: first.key, column: firstColumn }
    })
    this.onMoved(this.#active)
  }

  /** Only the cell she is in from now on; false when nothing more was selected. */
  unselect(): boolean {
    this.#endFilling()
    if (this.#anchor === null) return false
    this.#change(() => {
      this.#anchor = null
    })
    return true
  }

  #endFilling(): void {
    this.#fillsIn = false
    this.#fillStart = null
  }

  #to(place: CellPlace, extending: boolean): void {
    this.#change(() => {
      this.#typing = null
      if (!extending) this.#anchor = null
      else this.#anchor ??= this.#active
      this.#active = place
    })
    this.onMoved(place)
  }

  #isSelected(row: string, column: string): boolean {
    const selection = this.selection()
    if (selection === null) return false
    return selection.columns.includes(column) && selection.rows.some(({ key }) => key === row)
  }

  /** Does it, and tells the cells that may look otherwise after than before. */
  #change(act: () => void): void {
    const before = this.#shown()
    act()
    this.#selection = null
    for (const cell of new Set([...before, ...this.#shown()])) this.#cells.tell(cell)
    this.#tell()
  }

  #shown(): readonly string[] {
    const { rows, columns } = this.marked()
    return [
      addressOf(this.#active.row, this.#active.column),
      ...rows.flatMap(({ key }) => columns.map(column => addressOf(key, column))),
    ]
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener()
  }
}

function addressOf(row: string, column: string): string {
  return `${row} ${column}`
}

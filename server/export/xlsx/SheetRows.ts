import type { CellObject } from 'write-excel-file/node'
import { address, nothing, type WrittenCell, words } from './cells.ts'
import type { WorkbookSheet } from './WorkbookFeature.ts'

/** A sheet that is written, and by cell what its formulas come to. */
export interface WrittenSheet {
  readonly tab: string
  readonly rows: readonly (readonly (CellObject | null)[])[]
  /** In characters, from the first, hidden one. */
  readonly widths: readonly number[]
  readonly comesTo: ReadonlyMap<string, number | string>
}

/** Rows of a sheet, one after the other. */
export class SheetRows {
  readonly #rows: (CellObject | null)[][] = []
  readonly #comesTo = new Map<string, number | string>()

  /** The number that the next row will have, from 1. */
  get next(): number {
    return this.#rows.length + 1
  }

  /** Adds a row with what its hidden first cell says, and gives its number. */
  add(key: string, cells: readonly WrittenCell[] = []): number {
    const row = this.next
    const all = [key === '' ? nothing : words(key, 'hidden'), ...cells]
    for (const [column, { comesTo }] of all.entries()) {
      if (comesTo !== undefined) this.#comesTo.set(address(column, row), comesTo)
    }
    this.#rows.push(all.map(({ cell }) => cell))
    return row
  }

  sheet(tab: string, widths: readonly number[]): WrittenSheet {
    const rows = this.#rows.map((cells, index) => {
      const needed = Math.max(
        1,
        ...cells.map((cell, column) => this.#linesIn(cell, index + 1, column, widths)),
      )
      // A row is as high as the highest of its cells; not every program finds that out by itself.
      const [key, ...others] = cells
      return needed === 1 ? cells : [{ ...key, height: needed * lineHeight }, ...others]
    })
    return { tab, rows, widths, comesTo: this.#comesTo }
  }

  /** How many lines the words of a cell take, by its width. */
  #linesIn(cell: CellObject | null, row: number, column: number, widths: readonly number[]): number {
    if (!cell?.wrap) return 1
    const text = this.#comesTo.get(address(column, row)) ?? cell.value
    if (typeof text !== 'string') return 1
    const width = widths.slice(column, column + (cell.columnSpan ?? 1)).reduce((sum, one) => sum + one, 0)
    return Math.ceil((text.length * roomPerLetter) / width)
  }
}

/** Points. */
const lineHeight = 15
/** Words break before the end of a line, and headings are bold. */
const roomPerLetter = 1.3

/** Rows above the rows of the budget, the hidden one among them: they stay when one scrolls. */
export const headRows = 6

/** As the library takes it. */
export function asSheet({ tab, rows, widths }: WrittenSheet): WorkbookSheet {
  return {
    sheet: tab,
    data: rows.map(row => [...row]),
    columns: widths.map(width => ({ width })),
    stickyRowsCount: headRows,
    stickyColumnsCount: 2,
    orientation: 'landscape',
  }
}

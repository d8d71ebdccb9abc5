import type { FieldValue } from '../../../shared/document/value.ts'
import type { FieldPath } from '../../form/fieldPath.ts'
import { amountFormat, type Refusal } from '../../form/fields/format.ts'
import type { BudgetView } from '../BudgetStore.ts'
import { markedRows, spreadsheetRows } from '../copy/spreadsheetRows.ts'
import type { CellEdit } from '../grid/GridContext.ts'
import type { Selection } from '../grid/SheetPlaces.ts'
import { type ComputedCell, cellAt, type Sheet, type SheetColumn, type SheetRow } from '../grid/sheet.ts'
import { type PastedBlock, type PastedCell, readPasted } from './readBlock.ts'

/** What becomes of a pasted block. */
export interface PastePlan {
  /** What is to be written; null empties a cell. */
  readonly edits: readonly CellEdit[]
  /** What is not taken, in the order of the sheet: those cells stay as they were. */
  readonly left: readonly LeftCell[]
  /** Pasted over what is worked out, with what was pasted. Kronor; null for what is no amount. */
  readonly sums: readonly PastedSum[]
  /** Cells with something in them for which the sheet has no row or column. */
  readonly outside: number
  /** Amounts that were reckoned out of a unit, their own or the block's. */
  readonly converted: number
}

/** A place that something was pasted on, and what. */
interface PastedOn {
  readonly row: SheetRow
  readonly column: SheetColumn
  readonly text: string
}

export interface LeftCell extends PastedOn {
  /** `noCell`: nothing can be filled in there. `closed`: why I may not write there, in words. */
  readonly why:
    | { readonly is: 'refused'; readonly refusal: Refusal }
    | { readonly is: 'closed'; readonly words: string }
    | { readonly is: 'noCell' }
}

export interface PastedSum extends PastedOn {
  readonly cell: ComputedCell
  readonly amount: number | null
}

/** What the plan asks of the page. */
interface Asked {
  value(path: FieldPath): FieldValue
  /** Why a cell may not be written in; null where it may. */
  whyNot(path: FieldPath): string | null
}

/**
 * Lays a pasted block over a sheet, from the first marked cell on. A marked area that is so many times as large is filled
 * with it over and over, as spreadsheets do. Nothing is written.
 */
export function planPaste(sheet: Sheet, selection: Selection, block: PastedBlock, asked: Asked): PastePlan {
  const plan = new Plan(block, asked)
  const [start] = markedRows(sheet, selection)
  const from = sheet.columns.findIndex(({ key }) => key === selection.columns[0])
  const [height, width] = [block.rows.length, block.rows[0]?.length ?? 0]
  if (!start || height * width === 0) return plan
  const marked = markedRows(sheet, selection)
  const down = times(marked.length, height)
  const across = times(selection.columns.length, width)
  const rows = down > 1 ? marked : spreadsheetRows(sheet, start)
  const columns = sheet.columns.slice(from)
  const fillsOnly = height * width === 1 && down * across > 1
  for (let y = 0; y < height * down; y += 1) {
    for (let x = 0; x < width * across; x += 1) {
      const cell = block.rows[y % height]?.[x % width]
      const [row, column] = [rows[y], columns[x]]
      if (!cell) continue
      if (row && column) plan.put(cell, row, column, fillsOnly)
      else if (cell.text !== '') plan.outside += 1
    }
  }
  return plan
}

/** The sums that were pasted and are something else here, now that the rest has been written. */
export function otherSums(sums: readonly PastedSum[], view: BudgetView): readonly PastedSum[] {
  return sums.filter(({ cell, amount }) => amount !== (cell.of(view) ?? 0))
}

class Plan implements PastePlan {
  readonly edits: CellEdit[] = []
  readonly left: LeftCell[] = []
  readonly sums: PastedSum[] = []
  outside = 0
  converted = 0
  readonly #block: PastedBlock
  readonly #asked: Asked

  constructor(block: PastedBlock, asked: Asked) {
    this.#block = block
    this.#asked = asked
  }

  /** `fillsOnly`: one cell is put everywhere in what is marked, and what cannot be written in is passed over. */
  put(pasted: PastedCell, row: SheetRow, column: SheetColumn, fillsOnly: boolean): void {
    const cell = row.is === 'heading' ? null : cellAt(row, column.key)
    const on = { row, column, text: pasted.text }
    if (cell?.is === 'value') {
      const reading = readPasted(pasted, cell.format, this.#block.unit)
      const isSame = 'value' in reading && reading.value === this.#asked.value(cell.path)
      const closed = this.#asked.whyNot(cell.path)
      if (isSame) return
      if (closed !== null) this.left.push({ ...on, why: { is: 'closed', words: closed } })
      else if ('refused' in reading)
        this.left.push({ ...on, why: { is: 'refused', refusal: reading.refused } })
      else {
        this.edits.push({ path: cell.path, value: reading.value })
        if (reading.converted) this.converted += 1
      }
    } else if (fillsOnly || pasted.text === '') return
    else if (cell?.is === 'computed') {
      // The shares of full time have a sum too.
      const plain = { ...pasted, text: pasted.text.replace(/\s*%$/, '') }
      const reading = readPasted(plain, amountFormat, this.#block.unit)
      const amount = 'value' in reading && typeof reading.value === 'number' ? reading.value : null
      this.sums.push({ ...on, cell, amount })
    } else if (cell === null && !isHeader(row, column)) this.left.push({ ...on, why: { is: 'noCell' } })
  }
}

/** What a heading or a sum is called is printed in the form. */
function isHeader(row: SheetRow, column: SheetColumn): boolean {
  return row.is !== 'line' && column.width === 'label'
}

/** How often a block goes into what is marked; once where it does not go evenly. */
function times(marked: number, size: number): number {
  return marked % size === 0 ? marked / size : 1
}

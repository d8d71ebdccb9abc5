import { recogniseBudget } from '../../../../server/import/xlsx/budget/recogniseBudget.ts'
import { readWorkbook } from '../../../../server/import/xlsx/workbook/readWorkbook.ts'
import { type ReadWorkbook, readWorkbookSchema } from '../../../../shared/http/budget.ts'
import { type Cell, type TestSheet, xlsx } from './seedSheets.ts'

/** What is read out of a workbook with these sheets. */
export async function read(...sheets: readonly TestSheet[]): Promise<ReadWorkbook> {
  return readWorkbookSchema.parse(recogniseBudget(readWorkbook(await xlsx(...sheets))))
}

/** The same sheet with words and numbers changed by a function. */
export function changed(
  sheet: TestSheet,
  change: (cell: Cell, row: number, column: number) => Cell,
): TestSheet {
  const rows = sheet.rows.map((cells, row) => cells.map((cell, column) => change(cell, row + 1, column + 1)))
  return { ...sheet, rows }
}

export const words = (change: (text: string) => string) => (cell: Cell) =>
  typeof cell === 'string' ? change(cell) : cell

/** Every amount of the sheet put through a function; days and years are left. */
export const amounts = (change: (amount: number) => Cell) => (cell: Cell) =>
  typeof cell === 'number' && cell !== 250101 && cell !== 281231 ? change(cell) : cell

export const at =
  (row: number, column: number, instead: Cell) => (cell: Cell, inRow: number, inColumn: number) =>
    inRow === row && inColumn === column ? instead : cell

export const kinds = (workbook: ReadWorkbook) => workbook.notes.map(({ kind }) => kind)
export const total = ({ lines }: ReadWorkbook) =>
  lines.flatMap(line => line.amounts).reduce((sum, { value }) => sum + value, 0)

import type { ReadSheet } from '../../../harness/readWorkbook.ts'

type Value = number | string

/** What a formula of our workbooks comes to: sums, cells added, and a cell if it is not empty. Nothing else is known. */
export function calculate(sheets: readonly ReadSheet[], sheet: ReadSheet, formula: string): Value {
  const sheetCalled = (name: string | undefined) => {
    const found = name === undefined ? sheet : sheets.find(one => one.name === name)
    if (!found) throw new Error(`There is no sheet ${name}`)
    return found
  }
  const cellAt = (at: string): Value | null => {
    const [, name, address = ''] = /^(?:'([^']+)'!)?([A-Z]+\d+)$/.exec(at) ?? []
    const found = sheetCalled(name)
    const cell = found.cells.get(address)
    if (cell?.formula) return calculate(sheets, found, cell.formula)
    return cell?.value ?? null
  }
  const [, tested, same] = /^IF\((.+?)="","",(.+)\)$/.exec(formula) ?? []
  if (tested !== undefined && same !== undefined) {
    if (tested !== same) throw new Error(`${formula} tests another cell than it shows`)
    return cellAt(same) ?? ''
  }
  const parts = formula.split('+').map(part => {
    const [, from, to] = /^SUM\(([A-Z]+\d+):([A-Z]+\d+)\)$/.exec(part) ?? []
    if (from !== undefined && to !== undefined) return cellsBetween(from, to).map(cellAt).map(asAmount)
    return /^\d+$/.test(part) ? [Number(part)] : [asAmount(cellAt(part))]
  })
  return parts.flat().reduce((sum, amount) => sum + amount, 0)
}

/** As `SUM` takes it: words are nothing. */
function asAmount(value: Value | null): number {
  return typeof value === 'number' ? value : 0
}

function cellsBetween(from: string, to: string): string[] {
  const [first, last] = [placeOf(from), placeOf(to)]
  const cells: string[] = []
  for (let column = first.column; column <= last.column; column++) {
    for (let row = first.row; row <= last.row; row++) cells.push(`${lettersOf(column)}${row}`)
  }
  return cells
}

function placeOf(address: string): { readonly column: number; readonly row: number } {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
  return {
    column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0),
    row: Number(row),
  }
}

function lettersOf(column: number): string {
  const rest = (column - 1) % 26
  const letter = String.fromCharCode(65 + rest)
  return column <= 26 ? letter : `${lettersOf((column - 1 - rest) / 26)}${letter}`
}

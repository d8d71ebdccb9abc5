import { addressOf, type Sheet } from '../workbook/Sheet.ts'
import type { CellReader } from './CellReader.ts'
import { bare } from './words.ts'

/** Rows at the top of a sheet that say what it is about. */
const topRows = 12

/** The titles of the sheets, before the name of the insats. */
const titles = [
  /^.*namn på insats(?:en)?\s*:?\s*/i,
  /^budget\s*[-–]\s*detaljerad\s*/i,
  /^budgetsammanställning\s*/i,
  /^insatsbudget\s*/i,
]

/** What the insats is called; null where no title says. */
export function nameIn(sheet: Sheet): string | null {
  for (const [row, cells] of sheet.rows) {
    if (row > topRows) return null
    for (const [column, cell] of cells) {
      if (cell.is !== 'text' || cell.text.startsWith('samskriv-budget/')) continue
      const { text } = cell
      const title = titles.find(title => title.test(text))
      if (!title) continue
      const rest = text
        .replace(title, '')
        .replace(/\s*fördelad över insatstid\s*$/i, '')
        .trim()
      const beside = [...cells].find(([other, next]) => other > column && next.is === 'text')?.[1]
      const name = rest !== '' ? rest : beside?.is === 'text' ? beside.text : null
      if (name !== null) return name
    }
  }
  return null
}

/** The first and the last day of the insats: beside *löptid*, or under it. */
export function periodIn(reader: CellReader): { readonly start: string; readonly end: string } | null {
  const { sheet } = reader
  const isAbout = (row: number) =>
    [...(sheet.rows.get(row)?.values() ?? [])].some(
      cell => cell.is === 'text' && bare(cell.text).includes('loptid'),
    )
  const row = [...sheet.rows.keys()].find(isAbout)
  if (row === undefined) return null
  for (const near of [row, row + 1, row + 2]) {
    const days = [...(sheet.rows.get(near) ?? [])].flatMap(([column, cell]) => {
      const day = reader.dayOf(cell, addressOf(near, column))
      return day === null ? [] : [day]
    })
    const [start, end] = days
    if (start !== undefined && end !== undefined) return { start, end }
  }
  return null
}

import type { CellContent, ParagraphContent, TableContent } from '../../../../shared/document/blockContent.ts'
import { Arguments, joined, nothing, type Typst, typst } from '../typst.ts'
import { columnShares, lettersIn } from './columnShares.ts'
import { gridOf, type PlacedCell } from './grid.ts'

type WordsOf = (content: readonly ParagraphContent[]) => Typst

/** A line of a table over the whole width has so many letters, and a page somewhat more than so many lines. */
const [lettersInLine, mostLines] = [85, 30]
const mostColumns = 16

/**
 * A table. A first row of heads alone is repeated on every page. `words` writes what is in a cell. No row is divided between
 * pages, and no cell reaches over several rows, but stands in the first of them: Typst 0.14 ends in the middle of the tags
 * of some that do. `isOpen` is a table as what is in its cells, one after the other; so is one with a cell of a whole page, or with more columns than fit.
 */
export function table({ rows }: TableContent, isOpen: boolean, words: WordsOf): Typst {
  const grid = gridOf(rows)
  if (grid.cells.length === 0) return nothing
  const shares = columnShares(grid)
  const fits = grid.columns <= mostColumns && !grid.cells.some(one => isTall(one, shares))
  if (isOpen || !fits) return open(rows, words)
  const [first] = rows
  const hasHead =
    rows.length > 1 && (first?.every(({ header, rowspan = 1 }) => header && rowspan === 1) ?? false)
  const of = (cells: readonly PlacedCell[]) => cells.flatMap(one => inRows(one, words))
  const head = hasHead && first ? [headRow(first, of(grid.cells.filter(({ y }) => y === 0)))] : []
  const body = of(hasHead ? grid.cells.filter(({ y }) => y > 0) : grid.cells)
  const columns = new Arguments(shares.map(share => typst`${share}fr`))
  return typst`text-table((${columns},), ${new Arguments([...head, ...body])})`
}

/** What is repeated is read aloud but once, so nothing in it can be a link: a footnote is one too. */
function headRow(cells: readonly CellContent[], written: readonly Typst[]): Typst {
  const links = cells.some(({ content }) =>
    content.some(({ content }) => content.some(part => part.type === 'footnote' || 'link' in part)),
  )
  return typst`table.header(repeat: ${!links}, ${new Arguments(written)})`
}

function isTall({ x, colspan, cell }: PlacedCell, shares: readonly number[]): boolean {
  if (cell === null) return false
  const sum = (parts: readonly number[]) => parts.reduce((whole, part) => whole + part, 0)
  const inLine = Math.max(1, (lettersInLine * sum(shares.slice(x, x + colspan))) / sum(shares))
  return sum(cell.content.map(part => 1 + Math.floor(lettersIn([part]) / inLine))) > mostLines
}

function open(rows: readonly (readonly CellContent[])[], words: WordsOf): Typst {
  const cells = rows.flat().map(({ content }) => words(content))
  return joined(cells.filter(one => !one.isEmpty).map(one => typst`open-cell(${one})`))
}

/** The cell, and empty ones in the other rows that it is to reach over. */
function inRows({ x, y, colspan, rowspan, cell }: PlacedCell, words: WordsOf): Typst[] {
  const written = cell === null ? nothing : words(cell.content)
  const shown = cell?.header ? typst`head-cell(${written})` : written
  return Array.from(
    { length: rowspan },
    (_, row) =>
      typst`table.cell(x: ${x}, y: ${y + row}, colspan: ${colspan}, breakable: false, ${row === 0 ? shown : nothing})`,
  )
}

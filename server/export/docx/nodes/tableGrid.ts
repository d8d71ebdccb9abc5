import type { CellContent } from '../../../../shared/document/blockContent.ts'
import { stepTwips } from '../Lists.ts'

/** A cell in the grid of its table. Rows and columns count from 0. */
export interface PlacedCell {
  readonly cell: CellContent
  readonly column: number
  readonly colspan: number
  readonly rowspan: number
}

export interface TableGrid {
  readonly rows: readonly (readonly PlacedCell[])[]
  readonly columns: number
}

/**
 * Puts each cell in the first free column of its row, as a browser does. Cells that two people have made overlap, or reach
 * out of the table, are cut to what is free, and a gap before a cell from above is an empty cell: Word takes anything else
 * for damage.
 */
export function tableGrid(rows: readonly (readonly CellContent[])[]): TableGrid {
  const taken = rows.map(() => new Set<number>())
  let columns = 1
  const placed = rows.map((cells, row) => {
    let column = 0
    return cells.map((cell): PlacedCell => {
      while (taken[row]?.has(column)) column += 1
      const [from, rowspan] = [column, Math.min(cell.rowspan ?? 1, rows.length - row)]
      const isFree = (at: number) => taken.slice(row, row + rowspan).every(other => !other.has(at))
      let colspan = 1
      while (colspan < (cell.colspan ?? 1) && isFree(from + colspan)) colspan += 1
      for (const other of taken.slice(row, row + rowspan))
        for (let at = from; at < from + colspan; at += 1) other.add(at)
      column += colspan
      columns = Math.max(columns, column)
      return { cell, column: from, colspan, rowspan }
    })
  })
  return { rows: placed.map((cells, row) => [...cells, ...gapsIn(taken[row] ?? new Set())]), columns }
}

function gapsIn(taken: ReadonlySet<number>): PlacedCell[] {
  const gaps: PlacedCell[] = []
  for (let column = 0; column < Math.max(0, ...taken); column += 1)
    if (!taken.has(column)) gaps.push({ cell: { content: [] }, column, colspan: 1, rowspan: 1 })
  return gaps
}

/**
 * How wide the columns are, together `width`, in twentieths of a point: wider where more is written, but none too narrow for
 * the indents in it, as long as there is room for all. LibreOffice (7.4) never ends laying out a line that an indent leaves
 * next to no room.
 */
export function columnTwips({ rows, columns }: TableGrid, width: number): readonly number[] {
  const letters = Array.from({ length: columns }, () => leastLetters)
  const least = Array.from({ length: columns }, () => 0)
  for (const { cell, column, colspan } of rows.flat()) {
    if (colspan === 1)
      letters[column] = Math.max(letters[column] ?? 0, Math.min(mostLetters, lettersIn(cell)))
    const need = Math.ceil((leastTwips + indentIn(cell)) / colspan)
    for (let at = column; at < column + colspan; at += 1) least[at] = Math.max(least[at] ?? 0, need)
  }
  if (sum(least) > width) return cut(least, width)
  return widened(letters.map(Math.sqrt), least, width)
}

/** The widest indent that leaves room for words in a cell of this width. */
export function mostIndent(cellTwips: number): number {
  return Math.max(0, cellTwips - leastTwips)
}

/** Shares by weight; what that leaves too narrow is as wide as it must be, and the others share the rest. */
function widened(weights: readonly number[], least: readonly number[], width: number): readonly number[] {
  const narrow = new Set<number>()
  for (;;) {
    const free = width - sum(least.filter((_, column) => narrow.has(column)))
    const whole = sum(weights.filter((_, column) => !narrow.has(column)))
    const widths = weights.map((weight, column) =>
      narrow.has(column) ? (least[column] ?? 0) : Math.floor((weight * free) / whole),
    )
    const more = widths.flatMap((one, column) => (one < (least[column] ?? 0) ? [column] : []))
    if (more.length === 0) return widths
    for (const column of more) narrow.add(column)
  }
}

/** The widest are cut to the same width, so that all together are as wide as there is room for. */
function cut(least: readonly number[], width: number): readonly number[] {
  let [free, left] = [width, least.length]
  for (const need of least.toSorted((one, other) => one - other)) {
    if (need * left > free) break
    free -= need
    left -= 1
  }
  const most = Math.floor(free / left)
  return least.map(need => Math.min(need, most))
}

/** What is written beyond so many letters makes a column no wider. */
const [leastLetters, mostLetters] = [6, 200]

/** The margins of a cell and room for a short word. */
const leastTwips = 700

function lettersIn({ content }: CellContent): number {
  const lengths = content.map(paragraph =>
    sum(paragraph.content.map(part => (part.type === 'text' ? part.text.length : 4))),
  )
  return Math.max(0, ...lengths)
}

function indentIn({ content }: CellContent): number {
  return Math.max(0, ...content.map(({ indent = 0 }) => stepTwips * indent))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((so, one) => so + one, 0)
}

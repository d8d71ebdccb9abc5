import type { CellContent } from '../../../../shared/document/blockContent.ts'

/** A cell and where it stands, in columns and rows. */
export interface PlacedCell {
  readonly x: number
  readonly y: number
  readonly colspan: number
  readonly rowspan: number
  /** Null where a row has too few cells. */
  readonly cell: CellContent | null
}

export interface Grid {
  readonly columns: number
  readonly rows: number
  readonly cells: readonly PlacedCell[]
}

/** Where the cells of a table stand, as in HTML: no two at the same place and none beyond the rows, whatever they say. */
export function gridOf(rows: readonly (readonly CellContent[])[]): Grid {
  const taken = new Set<string>()
  const isFree = (x: number, y: number) => !taken.has(`${x} ${y}`)
  const cells: PlacedCell[] = []
  let columns = 1
  for (const [y, row] of rows.entries()) {
    let x = 0
    for (const cell of row) {
      while (!isFree(x, y)) x += 1
      let colspan = 1
      while (colspan < (cell.colspan ?? 1) && isFree(x + colspan, y)) colspan += 1
      const rowspan = Math.max(1, Math.min(cell.rowspan ?? 1, rows.length - y))
      take(taken, { x, y, colspan, rowspan })
      cells.push({ x, y, colspan, rowspan, cell })
      x += colspan
      columns = Math.max(columns, x)
    }
  }
  for (const y of rows.keys()) {
    for (let x = 0; x < columns; x += 1) {
      if (isFree(x, y)) cells.push({ x, y, colspan: 1, rowspan: 1, cell: null })
    }
  }
  return { columns, rows: rows.length, cells }
}

function take(taken: Set<string>, { x, y, colspan, rowspan }: Omit<PlacedCell, 'cell'>): void {
  for (let column = x; column < x + colspan; column += 1) {
    for (let row = y; row < y + rowspan; row += 1) taken.add(`${column} ${row}`)
  }
}

import { hasWords, isAllHeavy } from './looks.ts'
import { isShaded, wholeNumber } from './properties.ts'
import type { Reading } from './Reading.ts'
import { type Attribute, type ElementReader, isOn, within } from './readElements.ts'
import { ControlReader, type Scope } from './Scope.ts'
import type { WordCell, WordPart, WordTable } from './WordContent.ts'

/** Word has no more columns. */
const mostColumns = 63

interface Cell {
  column: number
  colspan: number
  rowspan: number
  isShaded: boolean
  isBelow: boolean
  isBeside: boolean
  isDeleted: boolean
  parts: WordPart[]
}

interface Row {
  before: number
  after: number
  isHead: boolean
  isDeleted: boolean
  readonly cells: Cell[]
}

/** Reads what stands in a cell, into the parts it is given. */
export type ReadCell = (parts: WordPart[], scope: Scope) => ElementReader & { finish(): void }

interface Around {
  readonly reading: Reading
  readonly scope: Scope
  readonly readCell: ReadCell
  readonly take: (table: WordTable) => void
}

/** Reads a table. What is said of merged cells becomes spans, and rows that were deleted are gone. */
export class TableReader implements ElementReader {
  readonly #around: Around
  readonly #rows: (readonly Cell[])[] = []
  readonly #isHead: boolean[] = []
  /** By column, the cell that one below may go on with. */
  #above = new Map<number, Cell>()
  #looksByHead = { row: true, column: false }
  #style: string | null = null

  constructor(around: Around) {
    this.#around = around
  }

  child(name: string): ElementReader | null {
    return this.#inTable(name, { ...this.#around.scope, control: null })
  }

  end(): void {
    const { reading, scope, take } = this.#around
    if (this.#rows.length === 0) return
    reading.bounds.take('parts')
    const look = this.#style === null ? null : reading.styles.look(this.#style)
    const hasHeadRow = this.#looksByHead.row && (look?.hasHeadRow ?? false)
    const hasHeadColumn = this.#looksByHead.column && (look?.hasHeadColumn ?? false)
    take({
      is: 'table',
      control: scope.control,
      rows: this.#rows.map((cells, row) => ({
        isHead: this.#isHead[row] ?? false,
        cells: cells.map(cell =>
          finished(cell, (hasHeadRow && row === 0) || (hasHeadColumn && cell.column === 0)),
        ),
      })),
    })
  }

  #inTable(name: string, scope: Scope): ElementReader | null {
    const { remarks } = this.#around.reading
    const through = (inside: Scope) => within({ child: inner => this.#inTable(inner, inside) })
    switch (name) {
      case 'tr':
        return this.#row(scope)
      case 'tblPr':
        return within({ child: (inner, of) => this.#property(inner, of) })
      case 'sdt':
        return new ControlReader(this.#around.reading, scope, through)
      case 'customXml':
        return through(scope)
      case 'ins':
      case 'moveTo':
        remarks.insertions += 1
        return through(scope)
      case 'del':
      case 'moveFrom':
        remarks.deletions += 1
        return null
      default:
        return null
    }
  }

  #property(name: string, attribute: Attribute): null {
    if (name === 'tblStyle') this.#style = attribute('val')
    if (name === 'tblLook') {
      const bits = Number.parseInt(attribute('val') ?? '', 16) || 0
      const saysSo = (said: string | null, bit: number) =>
        said === null ? (bits & bit) !== 0 : ['1', 'true', 'on'].includes(said)
      this.#looksByHead = {
        row: saysSo(attribute('firstRow'), 0x20),
        column: saysSo(attribute('firstColumn'), 0x80),
      }
    }
    return null
  }

  #row(scope: Scope): ElementReader {
    const row: Row = { before: 0, after: 0, isHead: false, isDeleted: false, cells: [] }
    const inRow = (around: Scope): ElementReader => ({
      child: name => {
        if (name === 'tc') return this.#cell(row, around)
        if (name === 'trPr') return within({ child: (inner, of) => this.#ofRow(row, inner, of) })
        if (name === 'sdt') return new ControlReader(this.#around.reading, around, inRow)
        return ['customXml', 'ins', 'moveTo'].includes(name) ? within(inRow(around)) : null
      },
    })
    return { ...inRow(scope), end: () => this.#endOfRow(row) }
  }

  #ofRow(row: Row, name: string, attribute: Attribute): null {
    if (name === 'tblHeader') row.isHead = isOn(attribute)
    else if (name === 'gridBefore') row.before = wholeNumber(attribute('val'), mostColumns) ?? 0
    else if (name === 'gridAfter') row.after = wholeNumber(attribute('val'), mostColumns) ?? 0
    else if (name === 'del') {
      row.isDeleted = true
      this.#around.reading.remarks.deletions += 1
    } else if (name === 'ins') this.#around.reading.remarks.insertions += 1
    return null
  }

  #cell(row: Row, scope: Scope): ElementReader {
    this.#around.reading.bounds.take('cells')
    const cell = emptyCell()
    const content = this.#around.readCell(cell.parts, scope)
    return {
      child: (name, attribute) =>
        name === 'tcPr'
          ? within({ child: (inner, of) => this.#ofCell(cell, inner, of) })
          : content.child(name, attribute),
      end: () => {
        content.finish()
        row.cells.push(cell)
      },
    }
  }

  #ofCell(cell: Cell, name: string, attribute: Attribute): null {
    if (name === 'gridSpan') cell.colspan = Math.max(1, wholeNumber(attribute('val'), mostColumns) ?? 1)
    else if (name === 'vMerge') cell.isBelow = attribute('val') !== 'restart'
    else if (name === 'hMerge') cell.isBeside = attribute('val') !== 'restart'
    else if (name === 'shd') cell.isShaded = isShaded(attribute)
    else if (name === 'cellDel') {
      cell.isDeleted = true
      this.#around.reading.remarks.deletions += 1
    } else if (name === 'cellIns') this.#around.reading.remarks.insertions += 1
    return null
  }

  #endOfRow({ before, after, isHead, isDeleted, cells }: Row): void {
    if (isDeleted) return
    const kept: Cell[] = []
    const above = new Map<number, Cell>()
    const gap = (colspan: number) => (colspan > 0 ? [{ ...emptyCell(), colspan }] : [])
    let column = 0
    for (const cell of [...gap(before), ...cells, ...gap(after)]) {
      if (cell.isDeleted) continue
      const beside = kept.at(-1)
      const over = this.#above.get(column)
      cell.column = column
      column += cell.colspan
      if (cell.isBeside && beside) {
        beside.colspan += cell.colspan
        goOn(beside, cell)
      } else if (cell.isBelow && over) {
        over.rowspan += 1
        goOn(over, cell)
        above.set(cell.column, over)
      } else {
        kept.push(cell)
        above.set(cell.column, cell)
      }
    }
    this.#above = above
    if (cells.length === 0) return
    this.#rows.push(kept)
    this.#isHead.push(isHead)
  }
}

function emptyCell(): Cell {
  return {
    ...{ column: 0, colspan: 1, rowspan: 1, isShaded: false },
    ...{ isBelow: false, isBeside: false, isDeleted: false },
    parts: [],
  }
}

/** What stands in a cell that is covered by another is rare, and not to be lost. */
function goOn(cell: Cell, covered: Cell): void {
  if (!hasWords(covered.parts)) return
  for (const part of covered.parts) cell.parts.push(part)
}

function finished({ colspan, rowspan, isShaded, parts }: Cell, isStyledAsHead: boolean): WordCell {
  return { colspan, rowspan, looksLikeHead: isShaded || isStyledAsHead || isAllHeavy(parts), parts }
}

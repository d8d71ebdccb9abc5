import type { CellContent, TableContent } from '../../document/blockContent.ts'
import { align, inPlace, type Match } from './align.ts'
import type { Comparer } from './Comparer.ts'
import { compareParagraphs } from './compareParagraphs.ts'
import { compareValue } from './compareValue.ts'
import type {
  CellDifference,
  CellEntry,
  CellShape,
  ColumnChange,
  Row,
  TableDifference,
} from './comparison.ts'
import { rowText } from './differenceText.ts'
import { entriesOf } from './entries.ts'
import { flatten } from './flatText.ts'
import { Likable } from './likeness.ts'
import { wordsOf } from './words.ts'

/** Two tables: rows aligned by what they say, columns too where all cells are single ones. */
export function compareTable(before: TableContent, after: TableContent, comparer: Comparer): TableDifference {
  const columns = matchColumns(before, after, comparer)
  const numbers = numberColumns(before, after, columns, comparer)
  const rowId = (row: Row) => comparer.vocabulary.id(`\0row ${JSON.stringify(row)}`)
  const rows = entriesOf<Row, readonly CellEntry[]>(
    before.rows,
    after.rows,
    matchRows(before.rows, after.rows, comparer),
    comparer,
    {
      difference: (old, now) =>
        rowId(old) === rowId(now)
          ? null
          : compareRow(old, now, columns ?? matchCells(old, now, comparer), numbers, comparer),
      regrouped: () => null,
    },
  )
  return { type: 'table', columns: numbers.changes, rows }
}

/** Columns that are the same ones; null where the rows have no columns in common. */
function matchColumns(before: TableContent, after: TableContent, comparer: Comparer): Match[] | null {
  const [olds, news] = [columnsOf(before), columnsOf(after)]
  return olds && news ? matchInOrder(olds, news, comparer) : null
}

/** The cells of each column; null where a cell spans several or a row is shorter than another. */
function columnsOf({ rows }: TableContent): CellContent[][] | null {
  const width = rows[0]?.length ?? 0
  const isEven = rows.every(row => row.length === width && row.every(cell => !cell.colspan && !cell.rowspan))
  return isEven ? Array.from({ length: width }, (_, place) => rows.flatMap(row => row[place] ?? [])) : null
}

/** The cells of a row in a ragged table. */
function matchCells(before: Row, after: Row, comparer: Comparer): Match[] {
  return matchInOrder(
    before.map(cell => [cell]),
    after.map(cell => [cell]),
    comparer,
  )
}

/** As many as before are the same ones: a column that was written anew is not another column. */
function matchInOrder(
  before: readonly (readonly CellContent[])[],
  after: readonly (readonly CellContent[])[],
  comparer: Comparer,
): Match[] {
  if (before.length === after.length) return before.map((_, place) => inPlace(place, place))
  const likables = (columns: readonly (readonly CellContent[])[]) =>
    columns.map(cells => likableCells(cells, 'column', JSON.stringify(cells), comparer))
  const matches = align(likables(before), likables(after), comparer).filter(match => !match.isMoved)
  return withEvenGaps(matches, before.length, after.length)
}

/** Between those that are alike, as many as before are the same ones too. */
function withEvenGaps(matches: readonly Match[], beforeLength: number, afterLength: number): Match[] {
  const all: Match[] = []
  let [from, to] = [0, 0]
  for (const match of [...matches, inPlace(beforeLength, afterLength)]) {
    const isEven = match.from - from === match.to - to
    for (let nth = 0; isEven && from + nth < match.from; nth += 1) all.push(inPlace(from + nth, to + nth))
    if (match.from < beforeLength) all.push(match)
    from = match.from + 1
    to = match.to + 1
  }
  return all
}

function matchRows(before: readonly Row[], after: readonly Row[], comparer: Comparer): Match[] {
  const likables = (rows: readonly Row[]) =>
    rows.map(row => likableCells(row, 'row', JSON.stringify(row), comparer))
  return align(likables(before), likables(after), comparer)
}

/** Cells together, told from others by `name`. */
export function likableCells(
  cells: readonly CellContent[],
  kind: string,
  name: string,
  { vocabulary }: Comparer,
): Likable {
  return new Likable(vocabulary.id(`\0${kind} ${name}`), kind, vocabulary, () => {
    const lines = cells.flatMap(cell => cell.content.map(({ content }) => flatten(content).text))
    return wordsOf(lines.join('\n'), vocabulary).ids
  })
}

interface ColumnNumbers {
  readonly changes: readonly ColumnChange[]
  readonly added: ReadonlyMap<number, number>
  readonly removed: ReadonlyMap<number, number>
}

/** From left to right, what is gone before what is new. */
function numberColumns(
  before: TableContent,
  after: TableContent,
  columns: readonly Match[] | null,
  comparer: Comparer,
): ColumnNumbers {
  const changes: ColumnChange[] = []
  const width = (table: TableContent) => table.rows[0]?.length ?? 0
  let [from, to] = [0, 0]
  const gap = (fromEnd: number, toEnd: number) => {
    for (; from < fromEnd; from += 1) {
      changes.push({ is: 'removed', place: from, text: heading(before, from), change: comparer.nextChange() })
    }
    for (; to < toEnd; to += 1) {
      changes.push({ is: 'added', place: to, text: heading(after, to), change: comparer.nextChange() })
    }
  }
  if (columns) {
    for (const match of columns) {
      gap(match.from, match.to)
      from = match.from + 1
      to = match.to + 1
    }
    gap(width(before), width(after))
  }
  const numbers = (is: ColumnChange['is']) =>
    new Map(changes.filter(change => change.is === is).map(({ place, change }) => [place, change]))
  return { changes, added: numbers('added'), removed: numbers('removed') }
}

function heading({ rows }: TableContent, place: number): string {
  const cell = rows[0]?.[place]
  return cell ? rowText([cell]) : ''
}

function compareRow(
  before: Row,
  after: Row,
  matches: readonly Match[],
  columns: ColumnNumbers,
  comparer: Comparer,
): CellEntry[] {
  const entries: CellEntry[] = []
  let [from, to] = [0, 0]
  const gap = (fromEnd: number, toEnd: number) => {
    for (; from < fromEnd; from += 1) {
      const change = columns.removed.get(from) ?? comparer.nextChange()
      const item = before[from]
      if (item) entries.push({ is: 'removed', from, item, change })
    }
    for (; to < toEnd; to += 1) {
      const change = columns.added.get(to) ?? comparer.nextChange()
      const item = after[to]
      if (item) entries.push({ is: 'added', to, item, change })
    }
  }
  for (const match of matches) {
    gap(match.from, match.to)
    const [old, now] = [before[match.from], after[match.to]]
    if (old && now) {
      entries.push(
        JSON.stringify(old) === JSON.stringify(now)
          ? { is: 'unchanged', from: match.from, to: match.to, item: now }
          : { is: 'changed', from: match.from, to: match.to, difference: compareCell(old, now, comparer) },
      )
    }
    from = match.from + 1
    to = match.to + 1
  }
  gap(before.length, after.length)
  return entries
}

function compareCell(before: CellContent, after: CellContent, comparer: Comparer): CellDifference {
  const shape = compareValue(cellShape(before), cellShape(after), comparer)
  return { shape, entries: compareParagraphs(before.content, after.content, comparer) }
}

export function cellShape({ header, colspan, rowspan }: CellContent): CellShape {
  return { header: header ?? false, colspan: colspan ?? 1, rowspan: rowspan ?? 1 }
}

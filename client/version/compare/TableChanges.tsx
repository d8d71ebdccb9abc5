import type { ReactNode } from 'react'
import type { CellEntry, RowEntry, TableDifference } from '../../../shared/version/compare/comparison.ts'
import { useText } from '../../text/useText.ts'
import { BlockChange } from './BlockChanges.tsx'
import { cellWords } from './changeWords.ts'
import styles from './comparison.module.css'
import type { Side } from './Drawing.ts'
import { isOnSide, Mark, Tag } from './Mark.tsx'
import { MovedTag } from './MovedTag.tsx'
import { movedFrom, movedTogether } from './movedFrom.ts'
import { StillCell } from './StillBlock.tsx'
import { together } from './together.ts'

/** A table, cell by cell. */
export function TableChanges({
  difference,
  side,
}: {
  readonly difference: TableDifference
  readonly side: Side
}) {
  const columns = new Set(difference.columns.map(({ change }) => change))
  const told = firstRows(difference.rows, columns, side)
  return (
    <div data-table="">
      <table>
        <tbody>
          {together(difference.rows, (_, at) => (
            <RowChange
              rows={difference.rows}
              at={at}
              side={side}
              isColumn={change => columns.has(change)}
              tells={told(at)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** In which row a column that is new or gone is told of: its first. */
function firstRows(
  rows: readonly RowEntry[],
  columns: ReadonlySet<number>,
  side: Side,
): (at: number) => Tells {
  const first = new Map<number, number>()
  for (const at of rows.keys()) {
    for (const cell of cellsAt(rows, at, side) ?? []) {
      const isInColumn = (cell.is === 'added' || cell.is === 'removed') && columns.has(cell.change)
      if (isInColumn && !first.has(cell.change)) first.set(cell.change, at)
    }
  }
  return at => change => !columns.has(change) || first.get(change) === at
}

type Tells = (change: number) => boolean

/** The cells of a row in which something has changed, as a side shows it; null where none has. */
function cellsAt(rows: readonly RowEntry[], at: number, side: Side): readonly CellEntry[] | null {
  const row = rows[at]
  switch (row?.is) {
    case 'changed':
      return cellsOnSide(row.difference, side)
    case 'moved':
      return row.difference && cellsOnSide(row.difference, side)
    case 'movedAway': {
      const difference = side === 'before' ? movedFrom(rows, row.from) : null
      return difference && cellsOnSide(difference, side)
    }
    default:
      return null
  }
}

function cellsOnSide(cells: readonly CellEntry[], side: Side): readonly CellEntry[] {
  return cells.filter(({ is }) => {
    if (is === 'added' || is === 'removed') return isOnSide(is, side)
    if (is === 'moved') return side !== 'before'
    return is !== 'movedAway' || side === 'before'
  })
}

interface CellsProps {
  readonly side: Side
  readonly isColumn: (change: number) => boolean
  /** Whether a change of a column is told of here. */
  readonly tells: Tells
}

interface RowChangeProps extends CellsProps {
  readonly rows: readonly RowEntry[]
  readonly at: number
}

function RowChange({ rows, at, ...around }: RowChangeProps): ReactNode {
  const { versions: words } = useText()
  const { side } = around
  const row = rows[at]
  const draw = (is: 'added' | 'removed' | null, sign: ReactNode) => {
    const cells = cellsAt(rows, at, side)
    if (cells !== null) {
      return (
        <tr>
          {together(cells, (cell, place) => (
            <CellChange entry={cell} {...around} sign={place === 0 && sign} />
          ))}
        </tr>
      )
    }
    if (!row || !('item' in row)) return null
    return (
      <tr>
        {together(row.item, (cell, place) => (
          <StillCell cell={cell} is={is} sign={place === 0 && sign} />
        ))}
      </tr>
    )
  }
  switch (row?.is) {
    case undefined:
      return null
    case 'unchanged':
    case 'changed':
      return draw(null, null)
    case 'added':
    case 'removed':
      if (!isOnSide(row.is, side)) return null
      return draw(
        row.is,
        <Mark change={row.change}>
          <Tag>{row.is === 'added' ? words.newBlock.row : words.goneBlock.row}</Tag>
        </Mark>,
      )
    case 'moved': {
      if (side === 'before') return null
      const isFirst = !movedTogether(rows, at)
      return draw(
        null,
        <Mark change={row.change} isMain={isFirst}>
          {isFirst && <MovedTag change={row.change} />}
        </Mark>,
      )
    }
    case 'movedAway':
      if (side === 'after') return null
      return draw(
        null,
        <Mark change={row.change} isMain={false}>
          <Tag>{words.movedAway('')}</Tag>
        </Mark>,
      )
  }
}

interface CellChangeProps extends CellsProps {
  readonly entry: CellEntry
  readonly sign?: ReactNode
}

function CellChange({ entry, side, isColumn, tells, sign }: CellChangeProps): ReactNode {
  const { versions: words } = useText()
  switch (entry.is) {
    case 'added':
    case 'removed': {
      const thing = isColumn(entry.change) ? 'column' : 'cell'
      const isMain = tells(entry.change)
      const said = (
        <>
          {sign}
          <Mark change={entry.change} isMain={isMain}>
            {isMain && <Tag>{(entry.is === 'added' ? words.newBlock : words.goneBlock)[thing]}</Tag>}
          </Mark>
        </>
      )
      return <StillCell cell={entry.item} is={entry.is} sign={said} />
    }
    case 'changed': {
      const { shape, entries } = entry.difference
      const { header, colspan, rowspan } = side === 'before' ? shape.before : shape.after
      const Cell = header ? 'th' : 'td'
      return (
        <Cell colSpan={colspan} rowSpan={rowspan} className={styles.changedCell}>
          {sign}
          {shape.change !== null && side !== 'before' && <ShapeTag shape={shape} change={shape.change} />}
          {together(entries, (_, at) => (
            <BlockChange entries={entries} at={at} side={side} />
          ))}
        </Cell>
      )
    }
    default:
      return <StillCell cell={entry.item} is={null} sign={sign} />
  }
}

function ShapeTag({
  shape,
  change,
}: {
  readonly shape: Extract<CellEntry, { is: 'changed' }>['difference']['shape']
  readonly change: number
}) {
  const text = useText()
  return (
    <Mark change={change}>
      <Tag>{cellWords(text, shape.before, shape.after)}</Tag>
    </Mark>
  )
}

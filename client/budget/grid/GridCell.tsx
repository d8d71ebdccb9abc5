import { Fragment, memo, type ReactNode, useCallback, useSyncExternalStore } from 'react'
import { groupDigits } from '../../form/amount.ts'
import { personName } from '../../text/personName.ts'
import { useText } from '../../text/useText.ts'
import { softHyphens, softHyphensInLong } from '../softHyphens.ts'
import { CellEditor } from './CellEditor.tsx'
import { type CellState, quietCell } from './CellStates.ts'
import { useCellRight } from './cellRights.ts'
import { useGrid } from './GridContext.ts'
import { cellFlag } from './GridModel.ts'
import styles from './grid.module.css'
import parts from './parts.module.css'
import type { ComputedCell, SheetCell, SheetColumn, SheetRow, ValueCell, WordsCell } from './sheet.ts'

interface GridCellProps {
  readonly row: SheetRow
  readonly column: SheetColumn
  readonly cell: SheetCell | null
  readonly index: number
  readonly isHeader: boolean
  /** How many columns it covers. */
  readonly span: number
}

/** One cell. Draws again only when its own value, state or place in the selection changes. */
export const GridCell = memo(function GridCell({ row, column, cell, index, isHeader, span }: GridCellProps) {
  const { id, model, states } = useGrid()
  const path = cell?.is === 'value' ? cell.path : null
  const flags = useSyncExternalStore(
    useCallback(
      (listener: () => void) => model.subscribeCell(row.key, column.key, listener),
      [model, row.key, column.key],
    ),
    () => model.flagsOf(row.key, column.key),
  )
  const state = useSyncExternalStore(
    useCallback(
      (listener: () => void) =>
        states === null || path === null ? () => {} : states.subscribe(path, listener),
      [states, path],
    ),
    () => (states === null || path === null ? quietCell : states.stateOf(path)),
  )
  const right = useCellRight(path)
  const [other] = state.people
  const has = (flag: number) => (flags & flag) !== 0 || undefined
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: it is one of two roles, and both have them
    <div
      role={isHeader ? 'rowheader' : 'gridcell'}
      className={styles.cell}
      data-at={`${row.key} ${column.key}`}
      data-is={cell?.is ?? 'blank'}
      data-align={alignOf(cell, isHeader)}
      data-width={column.width}
      data-field={path ?? undefined}
      data-parted={column.parted || undefined}
      data-header={isHeader || undefined}
      data-active={has(cellFlag.active)}
      data-typing={has(cellFlag.typing)}
      data-party={other?.colour}
      data-lost={state.lost !== null || undefined}
      tabIndex={has(cellFlag.stop) && !has(cellFlag.typing) ? 0 : -1}
      aria-colindex={index}
      aria-colspan={span > 1 ? span : undefined}
      aria-selected={isHeader || cell === null ? undefined : (has(cellFlag.selected) ?? false)}
      data-selected={has(cellFlag.selected)}
      data-others={right === 'others' || undefined}
      aria-readonly={right === 'write' ? undefined : true}
      aria-invalid={state.draft?.refused != null || undefined}
      aria-describedby={hasNote(state) ? `${id}-${path}` : undefined}
    >
      {cell?.is === 'value' && <Value cell={cell} state={state} />}
      {cell?.is === 'computed' && <Computed cell={cell} />}
      {cell?.is === 'words' && <Words cell={cell} />}
      {cell?.is === 'action' && (
        <button type="button" className={parts.action} tabIndex={-1} onClick={cell.run}>
          {cell.icon}
          {cell.words}
        </button>
      )}
      {cell?.is === 'value' && has(cellFlag.typing) && <CellEditor row={row} column={column} cell={cell} />}
      {isHeader && row.mark}
      {isHeader && row.tools}
      {other !== undefined && <Name state={state} />}
    </div>
  )
})

function alignOf(cell: SheetCell | null, isHeader: boolean): 'start' | 'end' {
  if (cell?.is === 'value' || cell?.is === 'words') return cell.align ?? 'start'
  return cell?.is === 'computed' && !isHeader ? 'end' : 'start'
}

/** Whether something is said of the cell under its row. */
export function hasNote({ draft, converted, overtakenBy, lost, whyNot }: CellState): boolean {
  return draft?.refused != null || converted || overtakenBy !== undefined || lost !== null || whyNot !== null
}

function Value({ cell, state }: { readonly cell: ValueCell; readonly state: CellState }) {
  const { store } = useGrid()
  const value = useSyncExternalStore(
    useCallback((listener: () => void) => store.subscribeCell(cell.path, listener), [store, cell.path]),
    () => store.value(cell.path),
  )
  const shown = state.draft?.text ?? cell.format.show(value)
  if (shown === '') return cell.empty === undefined ? null : <span className={parts.faint}>{cell.empty}</span>
  return (
    <span className={value === 0 ? parts.faint : undefined}>
      {state.draft === null ? seenOf(shown, cell) : shown}
    </span>
  )
}

/** Words may part where two are put together: `Processledare/samordnare`. */
function seenOf(shown: string, { align }: ValueCell): ReactNode {
  if (align === 'end') return shown
  const words = softHyphensInLong(shown)
  if (!words.includes('/')) return words
  return words.split('/').map((part, index) => (
    // The parts are the same words in the same order whenever they are drawn.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <Fragment key={index}>
      {index > 0 && (
        <>
          /<wbr />
        </>
      )}
      {part}
    </Fragment>
  ))
}

function Computed({ cell }: { readonly cell: ComputedCell }) {
  const { store } = useGrid()
  const value = useSyncExternalStore(store.subscribe, () => cell.of(store.view()))
  const isFault = useSyncExternalStore(store.subscribe, () => cell.isFault?.(store.view()) ?? false)
  if (value === null) return null
  return (
    <span className={value === 0 ? parts.faint : parts.computed} data-fault={isFault || undefined}>
      {(cell.show ?? groupDigits)(value)}
    </span>
  )
}

function Words({ cell }: { readonly cell: WordsCell }) {
  const { store } = useGrid()
  return <span>{softHyphens(useSyncExternalStore(store.subscribe, () => cell.of(store.view())))}</span>
}

/** Who else is in the cell. */
function Name({ state }: { readonly state: CellState }) {
  const text = useText()
  const [first, ...more] = state.people
  if (!first) return null
  return (
    <span className={parts.name} aria-hidden="true">
      {[personName(text, first), ...(more.length > 0 ? [`+${more.length}`] : [])].join(' ')}
    </span>
  )
}

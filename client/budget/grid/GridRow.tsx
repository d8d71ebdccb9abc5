import { memo, useSyncExternalStore } from 'react'
import { GridCell } from './GridCell.tsx'
import { useGrid } from './GridContext.ts'
import styles from './grid.module.css'
import { RowNotes } from './RowNotes.tsx'
import { cellAt, type SheetColumn, type SheetRow } from './sheet.ts'

interface GridRowProps {
  readonly row: SheetRow
  readonly columns: readonly SheetColumn[]
  /** From 1, the head counted. */
  readonly index: number
}

/** One row and what is said of it. */
export const GridRow = memo(function GridRow({ row, columns, index }: GridRowProps) {
  const shown = row.is === 'under' ? columns.slice(0, 2) : row.is === 'action' ? columns.slice(0, 1) : columns
  return (
    <>
      {row.onlyNotes !== true && (
        // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useSemanticElements: its cells are
        <div
          role="row"
          aria-rowindex={index}
          className={styles.row}
          data-row={row.key}
          data-is={row.is}
          data-weight={row.weight}
          data-removed={row.removed || undefined}
        >
          {row.is === 'heading' ? (
            <Heading row={row} count={columns.length} />
          ) : (
            shown.map((column, at) => (
              <GridCell
                key={column.key}
                row={row}
                column={column}
                cell={cellAt(row, column.key)}
                index={at + 1}
                isHeader={at === 0 && row.is !== 'action'}
                span={at === shown.length - 1 ? columns.length - at : 1}
              />
            ))
          )}
        </div>
      )}
      {row.notes}
      <RowNotes row={row} columns={columns} />
    </>
  )
})

function Heading({ row, count }: { readonly row: SheetRow; readonly count: number }) {
  const { store } = useGrid()
  const name = useSyncExternalStore(store.subscribe, () => row.name(store.view()))
  return (
    // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useSemanticElements: nothing is done in it
    <div role="rowheader" aria-colindex={1} aria-colspan={count} className={styles.band}>
      <span>{name}</span>
      {row.tools}
    </div>
  )
}

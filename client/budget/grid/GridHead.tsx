import { useSyncExternalStore } from 'react'
import { softHyphens } from '../softHyphens.ts'
import { useGrid } from './GridContext.ts'
import styles from './grid.module.css'
import type { SheetColumn } from './sheet.ts'

/** The heads of the columns, which stay in view while the sheet is scrolled past. */
export function GridHead({ columns }: { readonly columns: readonly SheetColumn[] }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table that is written in, with heads that stand still
    <div role="rowgroup" className={styles.head} data-head>
      {/* biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useSemanticElements: the cells under it are where one is */}
      <div role="row" aria-rowindex={1} className={styles.row} data-is="head">
        {columns.map((column, index) => (
          <HeadCell key={column.key} column={column} index={index + 1} />
        ))}
      </div>
    </div>
  )
}

function HeadCell({ column, index }: { readonly column: SheetColumn; readonly index: number }) {
  const { store } = useGrid()
  const name = useSyncExternalStore(store.subscribe, () => column.name(store.view()))
  return (
    // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useSemanticElements: the cells under it are where one is
    <div
      role="columnheader"
      aria-colindex={index}
      aria-label={name}
      className={styles.cell}
      data-width={column.width}
      data-align={column.width === 'label' ? 'start' : 'end'}
      data-parted={column.parted || undefined}
      data-header={index === 1 || undefined}
    >
      {column.head ?? softHyphens(name)}
    </div>
  )
}

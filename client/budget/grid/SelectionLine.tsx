import { useEffect, useSyncExternalStore } from 'react'
import { formatKronor } from '../../form/amount.ts'
import { useText } from '../../text/useText.ts'
import { useNotices } from '../../ui/notices.ts'
import { useGrid } from './GridContext.ts'
import styles from './notes.module.css'
import type { Selection } from './SheetPlaces.ts'

/** Somebody who still selects is not told of every step. */
const calmMs = 400

/** How many cells are selected and what they add up to, under the grid; said aloud when she has done selecting. */
export function SelectionLine() {
  const { model, store } = useGrid()
  const text = useText().budget
  const { announce } = useNotices()
  const selection = useSyncExternalStore(model.subscribe, model.selection)
  const sum = useSyncExternalStore(store.subscribe, () =>
    selection === null ? null : sumOf(selection, store.value),
  )
  const count = selection === null ? 0 : selection.rows.length * selection.columns.length

  useEffect(() => {
    if (selection === null) return
    const view = store.view()
    const name = (row: (typeof selection.rows)[number] | undefined, column: string | undefined) => {
      const known = model.sheet.columns.find(({ key }) => key === column)
      return [row?.name(view), known?.name(view)].join(', ')
    }
    const said = text.selected(
      count,
      name(selection.rows[0], selection.columns[0]),
      name(selection.rows.at(-1), selection.columns.at(-1)),
    )
    const timer = setTimeout(() => announce(said), calmMs)
    return () => clearTimeout(timer)
  }, [selection, count, model, store, text, announce])

  if (count < 2 || sum === null) return null
  return (
    <p className={styles.selection} aria-hidden="true">
      {text.selectedSum(count, formatKronor(sum))}
    </p>
  )
}

/** The amounts among the selected cells; of what is worked out, nothing, so that nothing is counted twice. */
function sumOf({ cells }: Selection, value: (path: string) => unknown): number {
  let sum = 0
  for (const cell of cells.flat()) {
    if (cell?.is !== 'value' || cell.align !== 'end' || cell.unit === '%') continue
    const kronor = value(cell.path)
    if (typeof kronor === 'number') sum += kronor
  }
  return sum
}

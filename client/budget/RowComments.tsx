import { useCallback, useSyncExternalStore } from 'react'
import { otherRows } from '../../shared/budget/budgetKeys.ts'
import { useForm, useSection } from '../form/FormContext.ts'
import { itemPath } from '../form/fieldPath.ts'
import { useText } from '../text/useText.ts'
import type { BudgetSheet } from './findings/whereTo.ts'
import { useGrid } from './grid/GridContext.ts'
import { useBudgetStore } from './useBudget.ts'

interface RowCommentsProps {
  /** Row key, or `otherRows`. */
  readonly line: string
  readonly sheet: BudgetSheet
}

/** What the page draws beside the name of a row: what is said of its cells, and a way to say more. */
export function RowComments({ line, sheet }: RowCommentsProps) {
  const { beside } = useForm()
  const section = useSection()
  const text = useText().budget
  const store = useBudgetStore()
  const { model } = useGrid()
  const path = itemPath(line, 'label')
  const label = useSyncExternalStore(
    useCallback((listener: () => void) => store.subscribeCell(path, listener), [store, path]),
    () => store.value(path),
  )
  const isActive = useCallback(() => lineOf(model.active.row) === line, [model, line])
  const cell = useCallback(() => {
    const here = isActive() ? model.places.cellAt(model.active) : null
    if (here?.is === 'value') return here.path
    // Its name, or in a sheet where that is only read, the first that is written in.
    const row = model.places.rowOf(line)
    const cells = row === null ? [] : model.places.columns.map(column => row.cells[column])
    return cells.find(cell => cell?.is === 'value')?.path ?? path
  }, [model, line, path, isActive])
  if (beside === null) return null
  const own = typeof label === 'string' && label !== '' ? label : text.unnamedRow
  const name = line === otherRows ? store.template.labels.otherPerYear : own
  return beside.row(section, { key: line, sheet, name, cell, isActive, subscribe: model.subscribe })
}

/** A row and what says more of it are one. */
function lineOf(row: string): string {
  return row.split('.')[0] ?? row
}

import { type RefObject, useMemo } from 'react'
import type { BudgetBlock } from '../../../shared/budget/BudgetTemplate.ts'
import { useFields } from '../../form/FieldsContext.ts'
import { itemPath } from '../../form/fieldPath.ts'
import { addItem, moveItem, setRemoved } from '../../form/items/items.ts'
import { useText } from '../../text/useText.ts'
import { useNotices } from '../../ui/notices.ts'
import type { BudgetStore } from '../BudgetStore.ts'
import { useMayChangeRows } from '../grid/cellRights.ts'
import type { GridHandle } from '../grid/Grid.tsx'
import type { BudgetLines, LineInView } from './BudgetLines.ts'

/** What can be done with the rows of the sheet, each act one step of undo. */
export interface LineActs {
  add(block: BudgetBlock): void
  /** One step within its block. */
  move(key: string, by: -1 | 1): void
  remove(key: string): void
  takeBack(key: string): void
  letGo(key: string): void
  specify(key: string): void
  /** What a row is called now. */
  nameOf(key: string): string
}

/** Null where the rows are not to be changed. */
export function useLineActs(
  store: BudgetStore,
  lines: BudgetLines,
  grid: RefObject<GridHandle | null>,
): LineActs | null {
  const { open } = useFields()
  const mayChange = useMayChangeRows()
  const text = useText()
  const { announce } = useNotices()
  return useMemo(() => {
    if (open === null || !mayChange) return null
    const { doc } = open.live
    const { section } = store
    const nameOf = (key: string) => {
      const label = store.value(itemPath(key, 'label'))
      return typeof label === 'string' && label !== '' ? label : text.budget.unnamedRow
    }
    const standingBeside = (key: string) => {
      const line = lines.lines().find(line => line.key === key)
      const standing = lines.lines().filter(isStandingWith(line))
      return { standing, index: standing.findIndex(line => line.key === key) }
    }
    return {
      nameOf,
      add: block => {
        grid.current?.goTo(itemPath(addItem(doc, section, {}, { block }), 'label'), true)
        announce(text.budget.newRow)
      },
      move: (key, by) => {
        const { standing, index } = standingBeside(key)
        const place = index + by
        if (index < 0 || place < 0 || place >= standing.length) return
        // The row to stand before is the one there, or the one after it; last of its block is last of all.
        moveItem(doc, section, key, standing[by < 0 ? place : place + 1]?.key ?? null)
        announce(text.form.moved(nameOf(key), place + 1, standing.length))
      },
      remove: key => {
        const name = nameOf(key)
        lines.keep(key)
        setRemoved(doc, section, key, true)
        announce(text.form.removed(name))
        grid.current?.focusNotes(key)
      },
      takeBack: key => {
        setRemoved(doc, section, key, false)
        announce(text.form.broughtBack(nameOf(key)))
        grid.current?.goTo(itemPath(key, 'label'), false)
      },
      letGo: key => {
        lines.letGo(key)
        grid.current?.focus()
      },
      specify: key => {
        lines.specify(key)
        grid.current?.goTo(itemPath(key, 'specification'), true)
      },
    }
  }, [open, mayChange, store, lines, grid, text, announce])
}

function isStandingWith(line: LineInView | undefined): (other: LineInView) => boolean {
  return other => other.removed === null && other.block === line?.block
}

import { type RefObject, useMemo, useRef } from 'react'
import { flushSync } from 'react-dom'
import { useText } from '../../text/useText.ts'
import { useNotices } from '../../ui/notices.ts'
import type { OnGrid } from './GridContext.ts'
import type { GridAct } from './keys.ts'
import type { CellPlace } from './sheet.ts'

export interface GridActs {
  /** Does what a key asks for; false where it is left to the browser. */
  act(act: GridAct): boolean
  /** Begins typing in the cell she is in. */
  edit(how: 'over' | 'into'): void
  /** Writes what is being typed, as by leaving the cell. */
  leave(): void
  focusActive(): void
}

interface Hooks {
  readonly grid: OnGrid
  readonly frame: RefObject<HTMLElement | null>
  readonly onMoveRow: ((row: string, by: -1 | 1) => void) | undefined
}

/** What is done in a grid, by keys and otherwise. */
export function useGridActs({ grid, frame, onMoveRow }: Hooks): GridActs {
  const text = useText().budget
  const { announce } = useNotices()
  const moveRow = useRef(onMoveRow)
  moveRow.current = onMoveRow

  return useMemo<GridActs>(() => {
    const { model, states, store } = grid
    const activePath = () => {
      const cell = model.places.cellAt(model.active)
      return cell?.is === 'value' ? cell.path : null
    }
    const focusActive = () => cellElement(frame.current, model.active)?.focus({ preventScroll: false })
    const edit = (how: 'over' | 'into') => {
      const cell = model.places.cellAt(model.active)
      if (cell?.is === 'action') cell.run()
      else if (cell?.is === 'value') {
        const why = grid.whyNot(cell.path)
        if (why !== null) states?.refuse(cell.path, why)
        // The editor must be there before the browser puts in the letter of this key.
        else if (how === 'over') flushSync(() => model.type(how))
        else model.type(how)
      } else if (cell?.is === 'computed') announce(text.computedWhy)
    }
    const finish = (go: 'right' | 'left' | 'down' | 'up' | 'stay') => {
      const path = activePath()
      if (path !== null && states?.finish(path) === false) return
      if (go === 'stay' || !model.next(go)) {
        flushSync(() => model.stopTyping())
        focusActive()
      }
    }
    const giveBack = () => {
      const path = activePath()
      const wasTyping = model.typing !== null
      const restored = path !== null && states?.restore(path)
      if (wasTyping) {
        flushSync(() => model.stopTyping())
        focusActive()
      }
      const unselected = model.unselect()
      return wasTyping || restored || unselected
    }
    const empty = () => {
      const paths = model
        .marked()
        .cells.flat()
        .flatMap(cell => (cell?.is === 'value' ? [cell.path] : []))
      const [closed] = paths.filter(path => grid.whyNot(path) !== null)
      if (closed !== undefined) states?.refuse(closed, grid.whyNot(closed) ?? '')
      grid.write(paths.filter(path => store.value(path) !== null).map(path => ({ path, value: null })))
    }
    const act = (act: GridAct): boolean => {
      switch (act.is) {
        case 'move':
          model.move(act.rows, act.columns, act.extends)
          return true
        case 'edge':
          model.edge(act.to, act.extends)
          return true
        case 'page':
          model.move(act.by * rowsInView(frame.current), 0, act.extends)
          return true
        case 'next':
          return model.next(act.to)
        case 'edit':
          edit(act.how)
          return true
        case 'finish':
          finish(act.go)
          return true
        case 'giveBack':
          return giveBack()
        case 'empty':
          empty()
          return true
        case 'selectAll':
          model.selectAll()
          return true
        case 'menu':
          return pressMenu(frame.current, model.active.row)
        case 'moveRow':
          moveRow.current?.(model.active.row, act.by)
          return true
      }
    }
    return {
      act,
      edit,
      focusActive,
      leave: () => {
        const path = activePath()
        if (path !== null) states?.finish(path)
      },
    }
  }, [grid, frame, announce, text])
}

/** The element of a cell. Keys of rows and columns hold no quotation mark. */
function cellElement(frame: HTMLElement | null, { row, column }: CellPlace): HTMLElement | null {
  return frame?.querySelector<HTMLElement>(`[data-at="${row} ${column}"]`) ?? null
}

function pressMenu(frame: HTMLElement | null, row: string): boolean {
  const menu = frame?.querySelector<HTMLElement>(`[data-row="${row}"] [aria-haspopup="menu"]`)
  menu?.click()
  return menu != null
}

/** About how many rows are in the window, less one, so that the last seen is the first of the next. */
function rowsInView(frame: HTMLElement | null): number {
  const height = frame?.querySelector('[data-row]')?.getBoundingClientRect().height ?? 32
  return Math.max(1, Math.floor((window.innerHeight * 0.75) / height) - 1)
}

import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type Ref,
  useEffect,
  useRef,
} from 'react'
import type { FieldHandle } from '../../form/FieldsContext.ts'
import { useForm } from '../../form/FormContext.ts'
import type { FieldPath } from '../../form/fieldPath.ts'
import { catchUndo } from '../../form/fields/catchUndo.ts'
import { CellRightsContext, useCellRights } from './cellRights.ts'
import { type GridClipboard, GridContext } from './GridContext.ts'
import { GridHead } from './GridHead.tsx'
import { GridRow } from './GridRow.tsx'
import styles from './grid.module.css'
import { actOf } from './keys.ts'
import { SelectionLine } from './SelectionLine.tsx'
import { SideScroll } from './SideScroll.tsx'
import { gridWidths, type Sheet } from './sheet.ts'
import { useGridActs } from './useGridActs.ts'
import { useGridHandle } from './useGridHandle.ts'
import { useOnGrid } from './useOnGrid.ts'

/** What is done with a grid from outside it. */
export interface GridHandle {
  focus(): void
  /** Goes to a cell, at once or as soon as it is there. */
  goTo(path: FieldPath, typing: boolean): void
  /** Goes to the first button in what is said of a row, as soon as that is there. */
  focusNotes(row: string): void
  /** Whether somebody is in a row now. */
  isIn(row: string): boolean
}

interface GridProps {
  /** What it is called aloud. */
  readonly name: string
  readonly sheet: Sheet
  readonly clipboard?: GridClipboard
  readonly ref?: Ref<GridHandle>
  /** Moves a row one step, by the keys for it. */
  readonly onMoveRow?: (row: string, by: -1 | 1) => void
}

/**
 * A sheet of rows and columns that is filled in as in a spreadsheet. It is one stop of Tab; from there the arrows lead.
 * Sideways it scrolls in itself, with the first column standing still; up and down with the page, under its head.
 */
export function Grid({ name, sheet, clipboard, ref, onMoveRow }: GridProps) {
  const { open } = useForm()
  const frame = useRef<HTMLDivElement>(null)
  const pressed = useRef<{ readonly type: string; readonly isSelecting: boolean }>(null)
  const grid = useOnGrid(sheet)
  const acts = useGridActs({ grid, frame, onMoveRow })
  const { model, states, store } = grid
  const cellRights = useCellRights()
  useGridHandle({ ref, frame, grid, acts })

  useEffect(() => {
    const { min, columns } = gridWidths(sheet.columns)
    frame.current?.style.setProperty('--columns', columns)
    frame.current?.style.setProperty('--least', min)
  }, [sheet.columns])

  useEffect(() => {
    model.onMoved = acts.focusActive
  }, [model, acts])

  useEffect(() => {
    const element = frame.current
    if (open === null || element === null) return
    return catchUndo(element, open.live.undo, () => {
      const cell = model.places.cellAt(model.active)
      return model.typing !== null && cell?.is === 'value' && states?.stateOf(cell.path).draft != null
    })
  }, [open, model, states])

  useEffect(() => {
    const element = frame.current
    if (open?.focusOrder == null || element === null) return
    const handle: FieldHandle = {
      section: store.section,
      path: '',
      element,
      focus: acts.focusActive,
      resume: acts.focusActive,
      insert: typed => {
        acts.edit('over')
        document.execCommand('insertText', false, typed)
      },
      goTo: path => {
        const place = model.places.placeOf(path)
        if (place !== null) model.goTo(place)
        return place !== null
      },
    }
    return open.focusOrder.register(handle)
  }, [open, store, model, acts])

  const sayWhere = () => {
    const cell = model.places.cellAt(model.active)
    open?.live.presence.setPlace(
      cell?.is === 'value' ? { section: store.section, field: cell.path } : { section: store.section },
    )
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !isInCell(event.target)) return
    const act = actOf(event, model.typing, model.fillsIn)
    if (act === null) return
    // What is typed from here on lands in the editor by itself; saving is the page's.
    const passes = act.is === 'edit' && act.how === 'over'
    if (passes) acts.act(act)
    else if (acts.act(act) && event.key.toLowerCase() !== 's') event.preventDefault()
    if (act.is === 'giveBack' && event.defaultPrevented) event.stopPropagation()
  }

  const onFocus = (event: FocusEvent) => {
    const place = placeOf(event.target)
    if (place !== null && event.target instanceof HTMLElement && event.target.dataset.at !== undefined) {
      const { row, column } = model.active
      if (place.row !== row || place.column !== column) {
        acts.leave()
        model.goTo(place)
      }
    }
    model.focused(true)
    sayWhere()
  }

  const onBlur = (event: FocusEvent) => {
    if (event.currentTarget.contains(event.relatedTarget)) return
    // The window lost focus, not the cell: I am still there.
    if (event.currentTarget.contains(document.activeElement)) return
    acts.leave()
    model.focused(false)
    open?.live.presence.setPlace(null)
  }

  const onPointerDown = (event: PointerEvent) => {
    const place = placeOf(event.target)
    pressed.current = { type: event.pointerType, isSelecting: false }
    if (place === null || !isInCell(event.target)) return
    if (event.target instanceof HTMLElement && event.target.closest('input, textarea, button') !== null) {
      model.typeInto()
      return
    }
    if (event.pointerType !== 'mouse' || event.button !== 0) return
    pressed.current = { type: 'mouse', isSelecting: true }
    if (!event.shiftKey) return
    event.preventDefault()
    acts.leave()
    model.goTo(place, true)
  }

  const onPointerOver = (event: PointerEvent) => {
    if (event.buttons !== 1 || pressed.current?.isSelecting !== true || model.typing !== null) return
    const place = placeOf(event.target)
    const { row, column } = model.active
    if (place !== null && (place.row !== row || place.column !== column)) model.goTo(place, true)
  }

  const onClick = (event: MouseEvent) => {
    if (placeOf(event.target) === null || model.typing !== null) return
    if (event.target instanceof Element && event.target.closest('button') !== null) return
    if (!event.shiftKey && pressed.current?.type === 'mouse' && event.detail === 1) return
    if (event.detail === 2 || pressed.current?.type === 'touch') acts.edit('into')
  }

  const onClipboard = (event: ClipboardEvent, does: 'copy' | 'cut' | 'paste') => {
    if (clipboard === undefined || model.typing !== null || !isInCell(event.target)) return
    event.preventDefault()
    if (does === 'paste') clipboard.paste(grid, event.clipboardData)
    else clipboard.copy(grid, event.clipboardData)
    if (does === 'cut') acts.act({ is: 'empty' })
  }

  return (
    <GridContext value={grid}>
      <CellRightsContext value={cellRights}>
        <div ref={frame} className={styles.frame}>
          {/* biome-ignore lint/a11y/useSemanticElements: a table that is written in, with heads that stand still */}
          <div
            role="grid"
            aria-label={name}
            aria-rowcount={sheet.rows.length + 1}
            aria-colcount={sheet.columns.length}
            aria-multiselectable="true"
            className={styles.grid}
            onKeyDown={onKeyDown}
            onFocus={onFocus}
            onBlur={onBlur}
            onPointerDown={onPointerDown}
            onPointerOver={onPointerOver}
            onClick={onClick}
            onCopy={event => onClipboard(event, 'copy')}
            onCut={event => onClipboard(event, 'cut')}
            onPaste={event => onClipboard(event, 'paste')}
          >
            <GridHead columns={sheet.columns} />
            {/* biome-ignore lint/a11y/useSemanticElements: see above */}
            <div
              role="rowgroup"
              className={styles.body}
              data-body
              onScroll={event => {
                const head = frame.current?.querySelector('[data-head]')
                if (head) head.scrollLeft = event.currentTarget.scrollLeft
              }}
            >
              {sheet.rows.map((row, index) => (
                <GridRow key={row.key} row={row} columns={sheet.columns} index={index + 2} />
              ))}
            </div>
          </div>
          <SideScroll frame={frame} />
          <SelectionLine />
        </div>
      </CellRightsContext>
    </GridContext>
  )
}

function placeOf(target: EventTarget): { readonly row: string; readonly column: string } | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-at]') : null
  const [row, column] = cell?.dataset.at?.split(' ') ?? []
  return row !== undefined && column !== undefined ? { row, column } : null
}

/** In a cell, and not in a menu or a note of the row. */
function isInCell(target: EventTarget): boolean {
  return (
    target instanceof Element &&
    target.closest('[data-at]') !== null &&
    target.closest('[role="menu"], [aria-haspopup]') === null
  )
}

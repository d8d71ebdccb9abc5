import { type Ref, type RefObject, useEffect, useImperativeHandle, useRef } from 'react'
import type { FieldPath } from '../../form/fieldPath.ts'
import type { GridHandle } from './Grid.tsx'
import type { OnGrid } from './GridContext.ts'
import type { GridActs } from './useGridActs.ts'

interface HandleOptions {
  readonly ref: Ref<GridHandle> | undefined
  readonly frame: RefObject<HTMLElement | null>
  readonly grid: OnGrid
  readonly acts: GridActs
}

type Wanted =
  | { readonly is: 'cell'; readonly path: FieldPath; readonly typing: boolean }
  | { readonly is: 'notes'; readonly row: string }

/** Lets a grid be led from outside: what is asked for before it is drawn is done as soon as it is. */
export function useGridHandle({ ref, frame, grid, acts }: HandleOptions): void {
  const wanted = useRef<Wanted>(null)

  const fulfil = () => {
    const want = wanted.current
    if (want?.is === 'cell') {
      const place = grid.model.places.placeOf(want.path)
      if (place === null) return
      wanted.current = null
      grid.model.goTo(place)
      if (want.typing) acts.edit('into')
    } else if (want?.is === 'notes') {
      const button = frame.current?.querySelector<HTMLElement>(`[data-notes-of="${want.row}"] button`)
      if (!button) return
      wanted.current = null
      button.focus()
    }
  }
  const latest = useRef(fulfil)
  // Whatever it waits for comes with some drawing of the grid.
  useEffect(() => {
    latest.current = fulfil
    fulfil()
  })

  useImperativeHandle(
    ref,
    () => ({
      focus: acts.focusActive,
      goTo: (path, typing) => {
        wanted.current = { is: 'cell', path, typing }
        latest.current()
      },
      focusNotes: row => {
        wanted.current = { is: 'notes', row }
        latest.current()
      },
      isIn: row => {
        const here = document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row
        return frame.current?.contains(document.activeElement) === true && here?.split('.')[0] === row
      },
    }),
    [acts, frame],
  )
}

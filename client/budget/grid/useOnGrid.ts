import { useEffect, useId, useLayoutEffect, useMemo, useRef } from 'react'
import { useMayWrite } from '../../form/FieldsContext.ts'
import { useForm, useSection } from '../../form/FormContext.ts'
import type { FieldPath } from '../../form/fieldPath.ts'
import { fieldEdit } from '../../sync/LiveDocument.ts'
import { useText } from '../../text/useText.ts'
import { useBudgetStore } from '../useBudget.ts'
import { CellStates } from './CellStates.ts'
import type { OnGrid } from './GridContext.ts'
import { GridModel } from './GridModel.ts'
import type { Sheet } from './sheet.ts'

/** What a grid is made of: where one is in it, what is being typed, and how it is written. */
export function useOnGrid(sheet: Sheet): OnGrid {
  const id = useId()
  const { open } = useForm()
  const store = useBudgetStore()
  const latest = useWhyNot()
  const whyNot = useRef(latest)
  useLayoutEffect(() => {
    whyNot.current = latest
  })
  // The first sheet only; the next ones are given to the same model.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const model = useMemo(() => new GridModel(sheet), [])
  const states = useMemo(() => (open === null ? null : new CellStates(open, store.section)), [open, store])
  useLayoutEffect(() => {
    const cell = model.places.cellAt(model.active)
    const hasGone = model.setSheet(sheet)
    if (hasGone && document.activeElement === document.body) model.onMoved(model.active)
    // What she was typing is written as by leaving the cell: it comes back with its column.
    if (cell?.is === 'value' && model.places.placeOf(cell.path) === null) states?.finish(cell.path)
  }, [model, states, sheet])
  useEffect(() => states?.open(), [states])
  useEffect(() => {
    const onHide = () => states?.finishAll()
    window.addEventListener('pagehide', onHide)
    return () => window.removeEventListener('pagehide', onHide)
  }, [states])

  return useMemo<OnGrid>(
    () => ({
      id,
      model,
      store,
      states,
      whyNot: path => whyNot.current(path),
      write: edits => {
        if (open === null) return []
        const written = edits.filter(
          ({ path, value }) => whyNot.current(path) === null && store.value(path) !== value,
        )
        open.live.doc.transact(() => {
          for (const { path, value } of written) {
            states?.restore(path)
            open.values.write(store.section, path, value)
          }
        }, fieldEdit)
        return written.map(({ path }) => path)
      },
      shownAt: path => {
        const place = model.places.placeOf(path)
        const cell = place && model.places.cellAt(place)
        return cell?.is === 'value' ? cell.format.show(store.value(path)) : ''
      },
    }),
    [id, model, store, states, open],
  )
}

/** Why a cell may not be written in: of all of the section, or of that cell. */
function useWhyNot(): (path: FieldPath) => string | null {
  const section = useSection()
  const { open, rights } = useForm()
  const mayWrite = useMayWrite()
  const { budget } = useText()
  return path => {
    if (open === null) return budget.computedWhy
    if (!mayWrite) return rights?.whyNot(section) ?? budget.readOnly
    const [firstKey = path] = path.split('/')
    return rights?.whyNotCell(firstKey) ?? null
  }
}

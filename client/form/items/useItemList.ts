import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { FieldShape } from '../../../shared/document/roots.ts'
import type { FieldValue } from '../../../shared/document/value.ts'
import { useText } from '../../text/useText.ts'
import { useNotices } from '../../ui/notices.ts'
import { useFields, useOpenFields } from '../FieldsContext.ts'
import { ItemRows, type Row } from './ItemRows.ts'
import { addItem, moveItem, setRemoved } from './items.ts'

/** The part of a row that should have focus when it is next drawn. */
type Wanted = { readonly key: string; readonly part: 'field' | 'notice' }

export interface ItemList {
  readonly rows: readonly Row[]
  /** Goes on the element around all rows. */
  readonly list: RefObject<HTMLDivElement | null>
  /** Adds a row last and goes to its first field. */
  add(fields: Readonly<Record<string, FieldShape>>, values?: Readonly<Record<string, FieldValue>>): void
  /** `said` is read aloud, since the eye sees it. */
  move(row: Row, before: Row | null, said: string, values?: Readonly<Record<string, FieldValue>>): void
  remove(row: Row, name: string): void
  takeBack(row: Row, name: string): void
  /** Lets a removed row go out of view. */
  letGo(row: Row): void
  entered(row: Row): void
  left(row: Row): void
  wroteIn(row: Row): void
}

/** The rows of the section's list, what can be done with them, and where focus goes then. */
export function useItemList(): ItemList {
  const { live } = useOpenFields()
  const { section } = useFields()
  const text = useText().form
  const { announce } = useNotices()
  const list = useRef<HTMLDivElement>(null)
  const inside = useRef<string>(null)
  const written = useRef(new Set<string>())
  const wanted = useRef<Wanted>(null)
  const focused = useRef<Element>(null)

  const itemRows = useMemo(
    () => new ItemRows(live.doc.getMap(section), key => inside.current === key || written.current.has(key)),
    [live, section],
  )
  const subscribe = useCallback(
    (listener: () => void) =>
      itemRows.subscribe(() => {
        focused.current = document.activeElement
        listener()
      }),
    [itemRows],
  )
  const rows = useSyncExternalStore(subscribe, itemRows.rows)

  useLayoutEffect(() => {
    const want = wanted.current
    // A row that is put elsewhere in the page loses its focus on the way.
    const lost = focused.current
    wanted.current = null
    focused.current = null
    const root = list.current
    if (root === null || rows.length === 0) return
    if (want !== null) focusPart(root, want)
    else if (lost instanceof HTMLElement && lost !== document.activeElement && root.contains(lost)) {
      lost.focus({ preventScroll: true })
    }
  }, [rows])

  return {
    rows,
    list,
    add(fields, values) {
      // Drawn only after this turn, so the key is known in time.
      wanted.current = { key: addItem(live.doc, section, fields, values), part: 'field' }
    },
    move(row, before, said, values) {
      moveItem(live.doc, section, row.key, before?.key ?? null, values)
      announce(said)
    },
    remove(row, name) {
      itemRows.keep(row.key)
      wanted.current = { key: row.key, part: 'notice' }
      setRemoved(live.doc, section, row.key, true)
      announce(text.removed(name))
    },
    takeBack(row, name) {
      wanted.current = { key: row.key, part: 'field' }
      setRemoved(live.doc, section, row.key, false)
      announce(text.broughtBack(name))
    },
    letGo: row => itemRows.letGo(row.key),
    entered: row => {
      inside.current = row.key
    },
    left: row => {
      if (inside.current === row.key) inside.current = null
    },
    wroteIn: row => {
      written.current.add(row.key)
    },
  }
}

function focusPart(list: HTMLElement, { key, part }: Wanted): void {
  const row = [...list.querySelectorAll<HTMLElement>('[data-item]')].find(
    element => element.dataset.item === key,
  )
  row?.querySelector<HTMLElement>(part === 'field' ? 'textarea' : '[data-notice] button')?.focus()
}

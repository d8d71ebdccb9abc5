import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react'

interface Focused {
  readonly element: HTMLElement
  /** What the button does, as its `data-does` says. */
  readonly does: string
  /** Its row among those of the group. */
  row: number
}

interface KeptFocus {
  /** Of the group: its rows have `data-row`, what can be done in them has `data-does`. */
  readonly frame: RefObject<HTMLElement | null>
  readonly heading: RefObject<HTMLHeadingElement | null>
  readonly onFocus: (event: FocusEvent) => void
}

/**
 * Keeps focus in a group when the row that it was in goes away: it moves on to what does the same in the next row,
 * else in the one before, else to the heading. Whoever has gone elsewhere is left alone.
 */
export function useFocusKept(): KeptFocus {
  const frame = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const last = useRef<Focused | null>(null)

  useLayoutEffect(() => {
    const was = last.current
    if (was === null) return
    const rows = rowsIn(frame.current)
    if (was.element.isConnected) {
      was.row = rows.findIndex(row => row.contains(was.element))
      return
    }
    last.current = null
    if (document.activeElement !== document.body) return
    const ahead = rows.slice(was.row)
    const behind = rows.slice(0, was.row).reverse()
    const same = [...ahead, ...behind].flatMap(row => {
      const button = row.querySelector<HTMLElement>(`[data-does="${was.does}"]`)
      return button === null ? [] : [button]
    })
    ;(same[0] ?? heading.current)?.focus()
  })

  const onFocus = ({ target }: FocusEvent) => {
    const element = target.closest<HTMLElement>('[data-does]')
    const does = element?.dataset.does
    const row = rowsIn(frame.current).findIndex(known => known.contains(target))
    // A question asked in a row gives focus back to what opened it.
    if (target.closest('dialog') !== frame.current?.closest('dialog')) return
    last.current = element === null || does === undefined ? null : { element, does, row }
  }
  return { frame, heading, onFocus }
}

function rowsIn(frame: HTMLElement | null): HTMLElement[] {
  return [...(frame?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
}

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

export interface Steps {
  /** The change one is at; 0 before the first. */
  readonly at: number
  /** Goes to the next or the one before, around the ends. */
  readonly step: (direction: 1 | -1) => void
}

/** Goes from change to change in what is drawn, by buttons and keys: Alt+↓ and J on, Alt+↑ and K back. */
export function useSteps(root: RefObject<HTMLElement | null>, count: number): Steps {
  const [at, setAt] = useState(0)
  const now = useRef(0)
  now.current = at
  const step = useCallback(
    (direction: 1 | -1) => {
      if (count === 0) return
      const from = now.current === 0 && direction === -1 ? 1 : now.current
      const next = ((from - 1 + direction + count) % count) + 1
      const place = placeOf(root.current, next)
      if (!place) return
      place.focus({ preventScroll: true })
      place.scrollIntoView({ block: 'center' })
      setAt(next)
    },
    [root, count],
  )
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const direction = directionOf(event)
      if (direction === null || event.defaultPrevented) return
      event.preventDefault()
      step(direction)
    }
    // Whoever goes to one by herself goes on from there.
    const onFocus = ({ target }: FocusEvent) => {
      const change = target instanceof Element ? target.closest('[data-change]') : null
      if (change && root.current?.contains(change)) setAt(Number(change.getAttribute('data-change')))
    }
    addEventListener('keydown', onKey)
    addEventListener('focusin', onFocus)
    return () => {
      removeEventListener('keydown', onKey)
      removeEventListener('focusin', onFocus)
    }
  }, [step, root])
  return { at: Math.min(at, count), step }
}

function placeOf(root: HTMLElement | null, change: number): HTMLElement | null {
  return (
    root?.querySelector<HTMLElement>(`[data-change="${change}"][data-main]`) ??
    root?.querySelector<HTMLElement>(`[data-change="${change}"]`) ??
    null
  )
}

function directionOf({ key, altKey, ctrlKey, metaKey, shiftKey, target }: KeyboardEvent): 1 | -1 | null {
  if (ctrlKey || metaKey || shiftKey) return null
  if (target instanceof Element && target.closest('input, textarea, dialog')) return null
  if (altKey) return key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : null
  // In a list of choices letters choose.
  if (target instanceof Element && target.closest('select')) return null
  const letter = key.toLowerCase()
  return letter === 'j' ? 1 : letter === 'k' ? -1 : null
}

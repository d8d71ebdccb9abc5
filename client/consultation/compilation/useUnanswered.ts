import { type RefObject, useCallback, useEffect } from 'react'

/** Goes from remark to remark among those without an answer, by buttons and keys: Alt+↓ and J on, Alt+↑ and K back. */
export function useUnanswered(
  root: RefObject<HTMLElement | null>,
  onNone: () => void,
): (direction: 1 | -1) => void {
  const step = useCallback(
    (direction: 1 | -1) => {
      const waiting = [...(root.current?.querySelectorAll<HTMLElement>('[data-unanswered]') ?? [])]
      const next = nextOf(waiting, document.activeElement, direction)
      if (!next) return onNone()
      next.focus({ preventScroll: true })
      // At once: the next may be many windows away.
      next.scrollIntoView({ block: 'start', behavior: 'instant' })
    },
    [root, onNone],
  )
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const direction = directionOf(event)
      if (direction === null || event.defaultPrevented) return
      event.preventDefault()
      step(direction)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [step])
  return step
}

/** The next after where one is, or before it, around the ends. */
function nextOf(
  waiting: readonly HTMLElement[],
  here: Element | null,
  direction: 1 | -1,
): HTMLElement | undefined {
  const others = waiting.filter(one => !one.contains(here))
  if (others.length === 0) return waiting[0]
  const isAfter = (one: HTMLElement) =>
    here !== null && (here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  return direction === 1
    ? (others.find(isAfter) ?? others[0])
    : (others.findLast(one => !isAfter(one)) ?? others.at(-1))
}

/** In a text the arrows move in it, and letters are written; in a list of choices both choose. */
function directionOf({ key, altKey, ctrlKey, metaKey, shiftKey, target }: KeyboardEvent): 1 | -1 | null {
  if (ctrlKey || metaKey || shiftKey) return null
  if (target instanceof Element && target.closest('textarea, select, dialog')) return null
  if (altKey) return key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : null
  const letter = key.toLowerCase()
  return letter === 'j' ? 1 : letter === 'k' ? -1 : null
}

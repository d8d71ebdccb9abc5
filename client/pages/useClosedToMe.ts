import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

/** Whoever has not pressed a key for so long has paused. */
const pauseMs = 1000

/**
 * The sections that are shown to be read only. One that is closed under the hands of somebody who is typing in it stays
 * as it is until she pauses, so that no key of hers falls on nothing: what she types then is refused by the server, and
 * kept. `atOnce`: not when nothing is sent any more. `onClosed` is told of one that closes where she has focus.
 */
export function useClosedToMe(
  closedNow: ReadonlySet<string>,
  atOnce: boolean,
  onClosed: (section: string) => void,
): ReadonlySet<string> {
  const [shown, setShown] = useState(closedNow)
  const latest = useRef({ shown, closedNow, onClosed })
  latest.current = { shown, closedNow, onClosed }
  const typed = useRef({ section: '', at: Number.NEGATIVE_INFINITY })

  useEffect(() => {
    const onKey = ({ target }: KeyboardEvent) => {
      typed.current = { section: sectionOf(target), at: performance.now() }
    }
    document.addEventListener('keydown', onKey, { capture: true })
    return () => document.removeEventListener('keydown', onKey, { capture: true })
  }, [])

  useEffect(() => {
    if (sameKeys(closedNow, latest.current.shown)) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const settle = () => {
      const { shown: before } = latest.current
      const { section, at } = typed.current
      const waitMs = at + pauseMs - performance.now()
      const isTyping = !atOnce && waitMs > 0 && closedNow.has(section) && !before.has(section)
      const next = isTyping ? new Set([...closedNow].filter(key => key !== section)) : closedNow
      const here = writingIn(document.activeElement)
      const isHere = next.has(here) && !before.has(here)
      flushSync(() => setShown(next))
      if (isHere) {
        // What had focus is gone: whoever uses the keyboard is still where she was.
        if (document.activeElement === document.body) focusSection(here)
        latest.current.onClosed(here)
      }
      if (isTyping) timer = setTimeout(settle, waitMs)
    }
    timer = setTimeout(settle)
    return () => clearTimeout(timer)
  }, [closedNow, atOnce])

  return shown
}

function sectionOf(target: EventTarget | null): string {
  return target instanceof Element ? (target.closest('section[data-section]')?.id ?? '') : ''
}

/** The section that an element is to be written in of; the line of its heading is not. */
function writingIn(element: Element | null): string {
  return element?.closest('header') ? '' : sectionOf(element)
}

function focusSection(key: string): void {
  const still = document.querySelector<HTMLElement>(`#${CSS.escape(key)} [data-still]`)
  const place = still ?? document.getElementById(`${key}-heading`)
  place?.focus({ preventScroll: true })
}

function sameKeys(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every(key => other.has(key))
}

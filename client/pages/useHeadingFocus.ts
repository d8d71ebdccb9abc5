import { useEffect, useRef } from 'react'

/** A page that has not come after so long gets no focus any more: she may have begun something else. */
const longestMs = 10_000

/**
 * After going to another page, focus is on its heading, so that a screen reader says where one is and Tab goes on from
 * there. Not when the program is opened: the browser reads the page itself then. `page` tells pages apart; null before there is
 * any.
 */
export function useHeadingFocus(page: string | null): void {
  const shown = useRef<string | null>(null)
  useEffect(() => {
    if (page === null || shown.current === page) return
    const isOpened = shown.current === null
    shown.current = page
    if (!isOpened) return focusHeading()
  }, [page])
}

/** At once, or when the page has come. Whoever does something else meanwhile is left alone. */
function focusHeading(): () => void {
  let isFirst = true
  const look = () => {
    const main = document.getElementById('content')
    const heading = main?.querySelector('h1')
    if (!main || !heading) return
    // What is drawn while the page is on its way goes away again, and takes focus along.
    if (isFirst || document.activeElement === document.body) {
      heading.tabIndex = -1
      heading.focus({ preventScroll: true })
      isFirst = false
    }
    if (main.getAttribute('aria-busy') !== 'true') stop()
  }
  const watch = new MutationObserver(look)
  const timer = setTimeout(() => stop(), longestMs)
  const stop = () => {
    clearTimeout(timer)
    watch.disconnect()
    for (const act of acts) removeEventListener(act, stop, true)
  }
  for (const act of acts) addEventListener(act, stop, true)
  watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ['aria-busy'] })
  look()
  return stop
}

const acts = ['keydown', 'pointerdown'] as const

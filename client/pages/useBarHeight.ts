import { type RefObject, useEffect, useRef } from 'react'

/**
 * Tells the page how high its bar is (`--page-bar`), so that what stays in view while one scrolls stays under it. Returns
 * the ref of the bar.
 */
export function useBarHeight(): RefObject<HTMLDivElement | null> {
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = bar.current
    if (element === null) return
    const { style } = document.documentElement
    const watching = new ResizeObserver(() => style.setProperty('--page-bar', `${element.offsetHeight}px`))
    watching.observe(element)
    return () => {
      watching.disconnect()
      style.removeProperty('--page-bar')
    }
  }, [])
  return bar
}

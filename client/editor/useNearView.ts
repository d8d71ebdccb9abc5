import { type RefObject, useEffect } from 'react'
import { whenIdle } from '../ui/whenIdle.ts'

/** How far from the window something is said to be near it. */
const near = '900px 0px'

/** How long it may wait when the browser is busy. */
const latestMs = 1000

/** Calls `onNear` when the element is nearly in view and the browser has nothing better to do. */
export function useNearView(
  element: RefObject<HTMLElement | null>,
  wanted: boolean,
  onNear: () => void,
): void {
  useEffect(() => {
    const target = element.current
    if (!wanted || target === null) return
    let cancel = () => {}
    const observer = new IntersectionObserver(
      entries => {
        if (!entries.some(entry => entry.isIntersecting)) return
        observer.disconnect()
        cancel = whenIdle(onNear, latestMs)
      },
      { rootMargin: near },
    )
    observer.observe(target)
    return () => {
      observer.disconnect()
      cancel()
    }
  }, [element, wanted, onNear])
}

import { type RefObject, useEffect } from 'react'

/** How far from the window something is said to be near it. */
const near = '900px 0px'

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
        cancel = whenIdle(onNear)
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

/** Safari has no idle callbacks. */
function whenIdle(action: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(action, { timeout: 1000 })
    return () => cancelIdleCallback(handle)
  }
  const handle = setTimeout(action, 50)
  return () => clearTimeout(handle)
}

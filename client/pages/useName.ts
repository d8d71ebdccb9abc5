import { useCallback, useSyncExternalStore } from 'react'
import type { LiveDocument } from '../sync/LiveDocument.ts'

/** The name of the insats as it is now. */
export function useName(live: LiveDocument): string {
  const subscribe = useCallback(
    (listener: () => void) => {
      const root = live.doc.getMap('name')
      root.observe(listener)
      return () => root.unobserve(listener)
    },
    [live],
  )
  return useSyncExternalStore(subscribe, () => {
    const value = live.doc.getMap('name').get('value')
    return typeof value === 'string' ? value : ''
  })
}

import { useRef } from 'react'
import type { Loaded } from './useLoaded.ts'

/** What has come, also while it is fetched again, so that the page does not blink and focus stays where it is. */
export function useKept<T>(loading: Loaded<T>): T | null {
  const kept = useRef<T | null>(null)
  if (loading.is === 'loaded') kept.current = loading.value
  return kept.current
}

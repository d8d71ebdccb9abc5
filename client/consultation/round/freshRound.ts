import { useEffect, useRef, useState } from 'react'
import type { Round } from '../../../shared/http/consultation.ts'
import { tellOpened } from '../../http/consultation.ts'

/** How often it is asked what others have done meanwhile: no line tells of it where no ansökan is open. */
const everyMs = 15_000

/** Calls `look` now and then while the page is seen, and when it is looked at again. */
export function useNowAndThen(look: () => void): void {
  useEffect(() => {
    const lookIfSeen = () => {
      if (document.visibilityState === 'visible') look()
    }
    const timer = setInterval(lookIfSeen, everyMs)
    document.addEventListener('visibilitychange', lookIfSeen)
    window.addEventListener('online', lookIfSeen)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', lookIfSeen)
      window.removeEventListener('online', lookIfSeen)
    }
  }, [look])
}

/** The same object for as long as it says the same: what is drawn from it is not drawn anew. */
export function useSame<T>(value: T): T {
  const kept = useRef(value)
  if (kept.current !== value && JSON.stringify(kept.current) !== JSON.stringify(value)) kept.current = value
  return kept.current
}

/**
 * Tells the owner that my party has opened the round, once it is seen; without contact, when there is some again. What a
 * guest reads her party has not seen.
 */
export function useOpened(
  applicationId: string,
  { number, mine }: Round,
  isGuest: boolean,
  onTold: () => void,
): void {
  const [isTold, setTold] = useState(false)
  const isAsked = mine !== null && !isGuest
  useEffect(() => {
    if (!isAsked || isTold) return
    const tell = () => {
      tellOpened(applicationId, number).then(
        () => {
          setTold(true)
          onTold()
        },
        () => {
          // Nobody reads the less for it: it is told when there is contact again.
        },
      )
    }
    tell()
    window.addEventListener('online', tell)
    return () => window.removeEventListener('online', tell)
  }, [applicationId, number, isAsked, isTold, onTold])
}

import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import { whenEntering } from '../people/entering.ts'
import type { OpenDocument } from '../sync/OpenDocument.ts'
import { isSignedOut } from '../sync/savedState.ts'
import { useMe, useSession } from './SessionContext.ts'

/** A line that ends again so soon is not opened anew by itself. */
const atLeastMs = 10_000

interface SignedOut {
  readonly is: boolean
  /** Asks whether she is back, and goes on when she is. */
  readonly look: () => Promise<void>
}

/**
 * Whether the person has been signed out while an ansökan is open. The page stays as it is, to be read and written in,
 * and goes on by itself when she is back; when somebody else has come in, it changes to her.
 */
export function useSignedOut(document: OpenDocument): SignedOut {
  const holder = useSession()
  const me = useMe()
  const isOut = useSyncExternalStore(document.subscribe, () => isSignedOut(document.saved))
  const resumedAt = useRef(Number.NEGATIVE_INFINITY)
  const lookAgain = holder?.lookAgain

  const look = useCallback(async () => {
    const now = (await lookAgain?.())?.me
    if (now?.person.id !== me.person.id || now.party.id !== me.party.id || !isSignedOut(document.saved))
      return
    resumedAt.current = performance.now()
    document.resume()
  }, [document, lookAgain, me])

  useEffect(() => {
    if (!isOut) return
    // She may have come in anew in another tab, which ended the session of this one.
    if (performance.now() - resumedAt.current > atLeastMs) void look()
    const onSight = () => {
      if (window.document.visibilityState === 'visible') void look()
    }
    window.document.addEventListener('visibilitychange', onSight)
    const stopHearing = whenEntering(() => void look())
    return () => {
      window.document.removeEventListener('visibilitychange', onSight)
      stopHearing()
    }
  }, [isOut, look])
  return { is: isOut, look }
}

import { useEffect } from 'react'
import type { OpenDocument } from '../sync/OpenDocument.ts'

/** How often a reader is heard of at most; a session runs out after some thirty minutes of silence. */
const everyMs = 60_000

const signsOfLife = ['scroll', 'pointermove', 'pointerdown', 'keydown'] as const

/** Whoever reads says nothing on her line: that she scrolls or moves keeps her signed in, as typing does. */
export function useStillHere({ presence }: OpenDocument): void {
  useEffect(() => {
    let saidAt = performance.now()
    const say = () => {
      if (performance.now() - saidAt < everyMs) return
      saidAt = performance.now()
      presence.announce()
    }
    const options = { passive: true, capture: true }
    for (const sign of signsOfLife) addEventListener(sign, say, options)
    return () => {
      for (const sign of signsOfLife) removeEventListener(sign, say, options)
    }
  }, [presence])
}

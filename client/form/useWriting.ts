import { useEffect, useMemo } from 'react'
import type { LiveDocument } from '../sync/LiveDocument.ts'
import { browserStorage } from './browserStorage.ts'
import { Presses } from './fields/Presses.ts'
import { browserMemory } from './valueMemory.ts'
import { WrittenValues } from './writtenValues.ts'

/** The presses in the window, watched while the form is shown. */
export function usePresses(): Presses {
  const presses = useMemo(() => new Presses(), [])
  useEffect(() => presses.watch(window), [presses])
  return presses
}

/** What I write into a document, looked after while it is shown; null while the form is shown empty. */
export function useWrittenValues(live: LiveDocument | null, personId: string): WrittenValues | null {
  const values = useMemo(
    () =>
      live === null
        ? null
        : new WrittenValues(live.doc, {
            personId,
            memory: browserMemory(browserStorage(), personId, live.id, Date.now),
            authorOf: clientId => live.presence.authorOf(clientId),
            now: Date.now,
          }),
    [live, personId],
  )
  useEffect(() => values?.open(), [values])
  return values
}

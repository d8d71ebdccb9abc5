import { useCallback, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import type { FieldValue } from '../../shared/document/value.ts'
import { useFields } from './FieldsContext.ts'
import type { FieldPath } from './fieldPath.ts'
import { readProse, readValue, watchValues } from './sharedValue.ts'

/** What an atomic field of any section holds; null in an empty form. */
export function useSharedValue(section: string, path: FieldPath): FieldValue {
  const doc = useDoc()
  const subscribe = useCallback(
    (listener: () => void) => (doc === null ? stopNothing : watchValues(doc, section, listener)),
    [doc, section],
  )
  return useSyncExternalStore(subscribe, () => (doc === null ? null : readValue(doc, section, path)))
}

/** The shared text of a prose field; null in an empty form and until the server's seed has come. */
export function useSharedProse(section: string, path: FieldPath): Y.Text | null {
  const doc = useDoc()
  const subscribe = useCallback(
    (listener: () => void) => (doc === null ? stopNothing : watchValues(doc, section, listener)),
    [doc, section],
  )
  return useSyncExternalStore(subscribe, () => (doc === null ? null : readProse(doc, section, path)))
}

/**
 * Something worked out from the values of several sections. `read` gives it as one string, so that equal results
 * are not drawn again; `read` and `sections` must be the same from one drawing to the next.
 */
export function useWorkedOut(sections: readonly string[], read: (doc: Y.Doc | null) => string): string {
  const doc = useDoc()
  const subscribe = useCallback(
    (listener: () => void) => {
      if (doc === null) return stopNothing
      const stops = sections.map(section => watchValues(doc, section, listener))
      return () => {
        for (const stop of stops) stop()
      }
    },
    [doc, sections],
  )
  return useSyncExternalStore(subscribe, () => read(doc))
}

function useDoc(): Y.Doc | null {
  return useFields().open?.live.doc ?? null
}

function stopNothing(): void {}

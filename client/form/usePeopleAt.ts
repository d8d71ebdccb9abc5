import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { PresentPerson } from '../../shared/sync/presence.ts'
import type { LiveDocument } from '../sync/LiveDocument.ts'
import type { FieldPath } from './fieldPath.ts'
import { peopleAt, samePeople } from './whoIsWhere.ts'

/** The others in a section, or in one field of it. Draws again only when somebody comes or goes there. */
export function usePeopleAt(
  live: LiveDocument | null,
  section: string,
  field: FieldPath | null,
): readonly PresentPerson[] {
  const subscribe = useCallback(
    (listener: () => void) => live?.presence.subscribe(listener) ?? (() => {}),
    [live],
  )
  const people = useMemo(() => {
    let last: readonly PresentPerson[] = []
    return () => {
      const now = live === null ? [] : peopleAt(live.presence.others, section, field)
      if (!samePeople(last, now)) last = now
      return last
    }
  }, [live, section, field])
  return useSyncExternalStore(subscribe, people)
}

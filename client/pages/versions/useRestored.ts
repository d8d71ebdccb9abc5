import { useCallback, useMemo, useRef, useState } from 'react'
import type { Version } from '../../../shared/http/versions.ts'
import { may } from '../../../shared/people/may.ts'
import { listVersions } from '../../http/versions.ts'
import { newRestored, type Restored } from '../../version/newRestored.ts'
import { useMe } from '../SessionContext.ts'
import type { MyRights } from '../useMyRights.ts'

export interface RestoredWhileOpen {
  /** What somebody else brought back last; null when nobody has, or the notice has been closed. */
  readonly restored: Restored | null
  readonly onClose: () => void
}

/**
 * Whether somebody else has brought back an earlier version while the ansökan is open here. The second value looks:
 * there may be a new version, or there is contact again.
 */
export function useRestored({ application, standing }: MyRights): readonly [RestoredWhileOpen, () => void] {
  const me = useMe()
  const [restored, setRestored] = useState<Restored | null>(null)
  /** Number of the newest version that is known; null until they have been asked for. */
  const newest = useRef<number | null>(null)
  /** One at a time: an older list never follows a newer. */
  const turn = useRef<Promise<void>>(Promise.resolve())
  const mayRead = may(standing, 'readVersions')
  const { id } = application
  const [personId, partyId] = [me.person.id, me.party.id]
  const isMine = useCallback(
    ({ by }: Version) => by?.personId === personId && by.partyId === partyId,
    [personId, partyId],
  )
  const look = useCallback(() => {
    if (!mayRead) return
    turn.current = turn.current.then(async () => {
      try {
        const { versions } = await listVersions(id)
        const found = newest.current === null ? null : newRestored(versions, newest.current, isMine)
        newest.current = versions[0]?.number ?? 0
        if (found !== null) setRestored(found)
      } catch {
        // No contact, or no access any more: it is looked for again when there is.
      }
    })
  }, [id, mayRead, isMine])
  const shown = useMemo(() => ({ restored, onClose: () => setRestored(null) }), [restored])
  return [shown, look]
}

import { useCallback, useEffect, useRef, useState } from 'react'
import type { AccessAnswer } from '../../shared/http/access.ts'
import { readAccess } from '../http/access.ts'

export interface LoadedAccess {
  /** Who has access, as last heard; null until it has been heard. */
  readonly access: AccessAnswer | null
  /** Asks again. Throws `CallFailed`. */
  readonly reload: () => Promise<void>
}

/** Who has access to an ansökan; asked for by whoever needs it first. */
export function useAccess(applicationId: string): LoadedAccess {
  const [access, setAccess] = useState<AccessAnswer | null>(null)
  /** Only the last answer counts: they may overtake each other. */
  const asked = useRef(0)
  const reload = useCallback(async () => {
    asked.current += 1
    const mine = asked.current
    const answer = await readAccess(applicationId)
    if (mine !== asked.current) return
    // What is drawn from it is not drawn anew because it has been heard again.
    setAccess(before => (JSON.stringify(before) === JSON.stringify(answer) ? before : answer))
  }, [applicationId])
  useEffect(
    () => () => {
      asked.current += 1
    },
    [],
  )
  return { access, reload }
}

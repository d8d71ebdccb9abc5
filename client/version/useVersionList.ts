import { useCallback, useEffect, useRef, useState } from 'react'
import type { VersionList } from '../../shared/http/versions.ts'
import { listVersions } from '../http/versions.ts'

export interface ListedVersions {
  /** Null until they have come. What was there stays while it is asked for anew. */
  readonly list: VersionList | null
  /** Why they did not come; null when they did. */
  readonly fault: unknown
  readonly reload: () => void
}

/** The versions of an ansökan, asked for anew whenever `stamp` is another. */
export function useVersionList(applicationId: string, stamp: unknown): ListedVersions {
  const [list, setList] = useState<VersionList | null>(null)
  const [fault, setFault] = useState<unknown>(null)
  const asked = useRef(0)
  const reload = useCallback(() => {
    asked.current += 1
    const mine = asked.current
    listVersions(applicationId).then(
      answer => {
        if (mine !== asked.current) return
        setList(answer)
        setFault(null)
      },
      (problem: unknown) => {
        if (mine === asked.current) setFault(problem)
      },
    )
  }, [applicationId])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another stamp says that there may be another list
  useEffect(() => {
    reload()
    return () => {
      asked.current += 1
    }
  }, [reload, stamp])
  return { list, fault, reload }
}

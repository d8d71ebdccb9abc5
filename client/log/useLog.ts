import { useCallback, useEffect, useRef, useState } from 'react'
import type { AuditLogAnswer, AuditQuery } from '../../shared/http/auditLog.ts'
import { readLog } from '../http/log.ts'

/** What is chosen to be shown; what is left out does not matter. */
export type LogFilter = Omit<AuditQuery, 'before'>

interface Shown {
  /** Null until something has come; kept while something else is fetched, so that the page does not blink. */
  readonly answer: AuditLogAnswer | null
  readonly is: 'loading' | 'loadingOlder' | 'still' | 'failed'
  /** What was thrown when `is` says failed. */
  readonly fault: unknown
}

interface LogHolder extends Shown {
  /** Fetches the entries before those that are here. */
  readonly older: () => Promise<void>
  readonly again: () => void
}

/** The log as it is fetched, page by page. `filter` must be the same object as long as it is the same choice. */
export function useLog(applicationId: string | null, filter: LogFilter): LogHolder {
  const [shown, setShown] = useState<Shown>({ answer: null, is: 'loading', fault: null })
  const [attempt, setAttempt] = useState(0)
  /** Which choice is shown: what was asked for another comes too late. */
  const asking = useRef(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is the same question again
  useEffect(() => {
    asking.current += 1
    const mine = asking.current
    setShown(({ answer }) => ({ answer, is: 'loading', fault: null }))
    readLog(applicationId, filter).then(
      answer => mine === asking.current && setShown({ answer, is: 'still', fault: null }),
      fault => mine === asking.current && setShown(({ answer }) => ({ answer, is: 'failed', fault })),
    )
    return () => {
      asking.current += 1
    }
  }, [applicationId, filter, attempt])

  const older = useCallback(async () => {
    const before = shown.answer?.entries.at(-1)?.number
    if (shown.answer === null || before === undefined || shown.is === 'loadingOlder') return
    const mine = asking.current
    const { entries } = shown.answer
    setShown({ ...shown, is: 'loadingOlder' })
    try {
      const next = await readLog(applicationId, { ...filter, before })
      if (mine !== asking.current) return
      setShown({ answer: { ...next, entries: [...entries, ...next.entries] }, is: 'still', fault: null })
    } catch (fault) {
      if (mine === asking.current) setShown({ ...shown, is: 'failed', fault })
    }
  }, [applicationId, filter, shown])

  return { ...shown, older, again: useCallback(() => setAttempt(count => count + 1), []) }
}

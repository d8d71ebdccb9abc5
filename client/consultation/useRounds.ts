import { useCallback, useEffect, useRef, useState } from 'react'
import type { Round } from '../../shared/http/consultation.ts'
import { listRounds } from '../http/consultation.ts'

export interface ListedRounds {
  /** Oldest first; null until they have come. What was there stays while they are asked for anew. */
  readonly rounds: readonly Round[] | null
  /** Why they did not come; null when they did. */
  readonly fault: unknown
  /** Resolves when they are known anew, or have not come. */
  readonly reload: () => Promise<void>
  /** Takes a round as the server has just answered with it. */
  readonly took: (round: Round) => void
}

/**
 * The rounds of an ansökan. Asked for anew whenever `stamp` is another (the `Application` as last heard, say), when the
 * window is looked at again, and when there is contact again.
 */
export function useRounds(applicationId: string, stamp?: unknown): ListedRounds {
  const [rounds, setRounds] = useState<readonly Round[] | null>(null)
  const [fault, setFault] = useState<unknown>(null)
  /** Only the last answer counts: they may overtake each other. */
  const asked = useRef(0)
  const reload = useCallback(async () => {
    asked.current += 1
    const mine = asked.current
    try {
      const answer = await listRounds(applicationId)
      if (mine !== asked.current) return
      setRounds(answer)
      setFault(null)
    } catch (problem) {
      if (mine === asked.current) setFault(problem)
    }
  }, [applicationId])
  const took = useCallback(
    (round: Round) => {
      setRounds(before => withRound(before ?? [], round))
      // What was asked for before may be older than this.
      void reload()
    },
    [reload],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: another stamp says that there may be something new
  useEffect(() => {
    void reload()
    return () => {
      asked.current += 1
    }
  }, [reload, stamp])
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void reload()
    }
    document.addEventListener('visibilitychange', look)
    window.addEventListener('online', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('online', look)
    }
  }, [reload])
  return { rounds, fault, reload, took }
}

/** The list with this round in it, in the place of what it was. */
export function withRound(rounds: readonly Round[], round: Round): readonly Round[] {
  const others = rounds.filter(({ number }) => number !== round.number)
  return [...others, round].sort((one, other) => one.number - other.number)
}

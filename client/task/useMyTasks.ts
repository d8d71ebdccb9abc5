import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Task } from '../../shared/http/tasks.ts'
import { whenDone } from '../http/call.ts'
import { listTasks } from '../http/consultation.ts'
import { whenNewNotices } from '../notices/newNotices.ts'
import type { MyTasks } from './TasksContext.ts'

/** How often it is asked while the tab is looked at. */
const askEveryMs = 60_000
const lookAfterMs = 1_000

interface Answered {
  /** Whose tasks they are. */
  readonly of: string
  readonly tasks: readonly Task[] | null
  readonly fault: unknown
}

/**
 * What waits for me, kept fresh: asked for when I have done something or go to another page, when something is new, and now
 * and then. `of` is who I am, for which party; null while nobody is signed in.
 */
export function useMyTasks(of: string | null): MyTasks {
  const [answered, setAnswered] = useState<Answered>({ of: '', tasks: null, fault: null })
  const asked = useRef(0)
  const [path] = useLocation()

  const look = useCallback(() => {
    if (of === null) return
    asked.current += 1
    const number = asked.current
    const isLast = () => number === asked.current
    listTasks().then(
      tasks => isLast() && setAnswered({ of, tasks, fault: null }),
      fault =>
        isLast() && setAnswered(before => ({ of, tasks: before.of === of ? before.tasks : null, fault })),
    )
  }, [of])

  // biome-ignore lint/correctness/useExhaustiveDependencies: what I have done on one page is seen on the next
  useEffect(look, [look, path])
  useEffect(() => {
    const lookIfSeen = () => {
      if (document.visibilityState === 'visible') look()
    }
    const timer = setInterval(lookIfSeen, askEveryMs)
    document.addEventListener('visibilitychange', lookIfSeen)
    window.addEventListener('online', lookIfSeen)
    const stop = whenNewNotices(look)
    // What I do may be what waited: one look for all that is done together.
    let soon: ReturnType<typeof setTimeout> | undefined
    const stopHearing = whenDone(() => {
      clearTimeout(soon)
      soon = setTimeout(look, lookAfterMs)
    })
    return () => {
      clearTimeout(soon)
      stopHearing()
      clearInterval(timer)
      document.removeEventListener('visibilitychange', lookIfSeen)
      window.removeEventListener('online', lookIfSeen)
      stop()
    }
  }, [look])

  const { tasks, fault } = answered
  const isMine = answered.of === of
  return useMemo(
    () => ({ tasks: isMine ? tasks : null, fault: isMine ? fault : null, look }),
    [tasks, fault, isMine, look],
  )
}

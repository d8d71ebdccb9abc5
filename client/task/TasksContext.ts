import { createContext, useContext } from 'react'
import type { Task } from '../../shared/http/tasks.ts'

/** What waits for me, as the server said it last. */
export interface MyTasks {
  /** Null until it has come once. What was there stays while it is asked for anew. */
  readonly tasks: readonly Task[] | null
  /** Why it did not come the last time; null when it did. */
  readonly fault: unknown
  /** Asks the server again. */
  readonly look: () => void
}

export const TasksContext = createContext<MyTasks>({ tasks: null, fault: null, look: () => {} })

export function useTasks(): MyTasks {
  return useContext(TasksContext)
}

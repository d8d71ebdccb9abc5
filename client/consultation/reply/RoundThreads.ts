import { createContext, useContext } from 'react'
import type { Thread } from '../../../shared/http/comments.ts'

/** What is said in a round, as the page that shows it has it. */
export interface RoundThreads {
  /** In the order of the text. */
  readonly threads: readonly Thread[]
  /** What a thread begins with, as it is read: mentions by name. */
  readonly wordsOf: (thread: Thread) => string
}

/** Null where no comments are shown. */
export const RoundThreadsContext = createContext<RoundThreads | null>(null)

export function useRoundThreads(): RoundThreads | null {
  return useContext(RoundThreadsContext)
}

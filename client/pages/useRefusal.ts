import { useState } from 'react'
import type { ProblemKind } from '../../shared/http/problem.ts'
import { CallFailed } from '../http/call.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'

interface Refusal {
  /** Why this link lets nobody in from here, in words; null while it may. */
  readonly refusal: string | null
  /** Uses the link. What is no use to try again becomes `refusal`; all else is thrown on. */
  readonly use: (act: () => Promise<void>) => Promise<void>
}

/** For a page that a link leads to: tells a link that is over from a network that is away. */
export function useRefusal(over: readonly ProblemKind[]): Refusal {
  const text = useText()
  const [refusal, setRefusal] = useState<string | null>(null)
  const use = async (act: () => Promise<void>) => {
    try {
      await act()
    } catch (fault) {
      const isOver = fault instanceof CallFailed && over.some(kind => kind === fault.kind)
      if (!isOver) throw fault
      setRefusal(problemWords(text, fault))
    }
  }
  return { refusal, use }
}

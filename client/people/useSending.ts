import { useContext, useRef, useState } from 'react'
import { CallFailed } from '../http/call.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { FreshSignInContext } from './freshSignIn.ts'

export interface Sending {
  readonly isSending: boolean
  /** What went wrong the last time, in words; null when nothing did. */
  readonly fault: string | null
  /** Whether what went wrong takes a sign-in of the last half hour, and whether there has been one since. */
  readonly freshSignIn: 'needed' | 'done' | null
  /** Does something that asks the server, one at a time. Resolves with whether it went well. */
  readonly send: (act: () => Promise<void>) => Promise<boolean>
}

/** What a form needs to send what is in it. */
export function useSending(): Sending {
  const text = useText()
  const signIns = useContext(FreshSignInContext)?.times ?? 0
  const [isSending, setIsSending] = useState(false)
  const [failed, setFailed] = useState<{ readonly fault: unknown; readonly signIns: number } | null>(null)
  const busy = useRef(false)
  const send = async (act: () => Promise<void>) => {
    if (busy.current) return false
    busy.current = true
    setIsSending(true)
    setFailed(null)
    try {
      await act()
      return true
    } catch (fault) {
      setFailed({ fault, signIns })
      return false
    } finally {
      busy.current = false
      setIsSending(false)
    }
  }
  const isStale = failed?.fault instanceof CallFailed && failed.fault.kind === 'freshSignInNeeded'
  return {
    isSending,
    fault: failed && problemWords(text, failed.fault),
    freshSignIn: isStale ? (failed.signIns === signIns ? 'needed' : 'done') : null,
    send,
  }
}

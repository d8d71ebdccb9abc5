import { useRef, useState } from 'react'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'

export interface Sending {
  readonly isSending: boolean
  /** What went wrong the last time, in words; null when nothing did. */
  readonly fault: string | null
  /** Does something that asks the server, one at a time. Resolves with whether it went well. */
  readonly send: (act: () => Promise<void>) => Promise<boolean>
}

/** What a form needs to send what is in it. */
export function useSending(): Sending {
  const text = useText()
  const [isSending, setIsSending] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const busy = useRef(false)
  const send = async (act: () => Promise<void>) => {
    if (busy.current) return false
    busy.current = true
    setIsSending(true)
    setFault(null)
    try {
      await act()
      return true
    } catch (thrown) {
      setFault(problemWords(text, thrown))
      return false
    } finally {
      busy.current = false
      setIsSending(false)
    }
  }
  return { isSending, fault, send }
}

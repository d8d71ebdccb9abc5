import { useCallback, useEffect, useRef, useState } from 'react'
import { callForFile } from '../http/call.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { useNotices } from '../ui/notices.ts'
import { saveFile } from './saveFile.ts'

/** Files that are fetched while the page stays where it is. */
export interface Download {
  /** Addresses of those that are being made or fetched. */
  readonly fetching: ReadonlySet<string>
  /** Why the last one did not come, in words; null when nothing is wrong. */
  readonly fault: string | null
  /** Fetches one, and lets the browser save it. Nothing is done of one that is on its way. */
  readonly fetch: (address: string) => void
}

export function useDownload(): Download {
  const text = useText()
  const notices = useNotices()
  const [fetching, setFetching] = useState<ReadonlySet<string>>(new Set())
  const [fault, setFault] = useState<unknown>(null)
  const underWay = useRef(new Map<string, AbortController>())
  useEffect(() => {
    const those = underWay.current
    // Nobody waits for them any more, and whoever makes them need not either.
    return () => {
      for (const one of those.values()) one.abort()
      those.clear()
    }
  }, [])

  const { files } = text
  const fetch = useCallback(
    async (address: string) => {
      const those = underWay.current
      if (those.has(address)) return
      const one = new AbortController()
      those.set(address, one)
      setFetching(new Set(those.keys()))
      setFault(null)
      notices.announce(files.fetching)
      try {
        const { content, name } = await callForFile(address, one.signal)
        saveFile(content, name)
        notices.announce(files.fetched(name))
      } catch (thrown) {
        if (!one.signal.aborted) setFault(thrown)
      } finally {
        if (those.get(address) === one) {
          those.delete(address)
          setFetching(new Set(those.keys()))
        }
      }
    },
    [notices, files],
  )
  return {
    fetching,
    fault: fault === null ? null : files.failed(problemWords(text, fault)),
    fetch: address => void fetch(address),
  }
}

import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Application } from '../../shared/http/application.ts'
import { CallFailed } from '../http/call.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { useNotices } from '../ui/notices.ts'

export interface Making {
  readonly isMaking: boolean
  /** What went wrong the last time; null when nothing did. */
  readonly failed: NotMade | null
  /** Makes an ansökan and shows it; at most one. */
  readonly make: (ask: () => Promise<Application>) => void
  /** What went wrong is of no matter any more. */
  readonly forget: () => void
}

export interface NotMade {
  readonly words: string
  /** It may have been made: the answer never came. */
  readonly isUnknown: boolean
  /** Somebody has written in what it was to be made of. */
  readonly isChanged: boolean
}

/** Making an ansökan of what has been read. What goes wrong leaves all that has been decided. `onMade` is told first. */
export function useMaking(onMade: () => void): Making {
  const text = useText()
  const { formImport: words, pages } = text
  const notices = useNotices()
  const [, navigate] = useLocation()
  const [isMaking, setMaking] = useState(false)
  const [failed, setFailed] = useState<NotMade | null>(null)
  const busy = useRef(false)
  const wordsOf = (refused: unknown, isUnknown: boolean) => {
    if (isUnknown) return words.contactLost
    const neverSent = refused instanceof CallFailed && refused.kind === 'noContact'
    return neverSent ? words.noContact : problemWords(text, refused)
  }
  const make = async (ask: () => Promise<Application>) => {
    if (busy.current) return
    busy.current = true
    setMaking(true)
    setFailed(null)
    // Then nothing is sent, and nothing can have been made.
    const isOffline = !navigator.onLine
    try {
      const made = await ask()
      onMade()
      notices.announce(words.created(made.name || pages.unnamed))
      navigate(`/ansokningar/${made.id}`, { replace: true })
    } catch (refused) {
      const kind = refused instanceof CallFailed ? refused.kind : null
      const isUnknown = kind === 'noContact' && !isOffline
      setFailed({
        words: wordsOf(refused, isUnknown),
        isUnknown,
        isChanged: kind === 'changedSince',
      })
      setMaking(false)
    }
    busy.current = false
  }
  return { isMaking, failed, make: ask => void make(ask), forget: () => setFailed(null) }
}

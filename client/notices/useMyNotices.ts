import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { markNoticesRead, readNotices } from '../http/notices.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { useNotices } from '../ui/notices.ts'
import { MyNotices, type NoticesState } from './MyNotices.ts'
import { whenNewNotices } from './newNotices.ts'

/** How often it is asked while the tab is looked at; the line of an open ansökan hears of it at once. */
const askEveryMs = 60_000

const server = { read: readNotices, markRead: markNoticesRead }

/** What I am told, kept fresh for as long as the page is there. What is new is read aloud. */
export function useMyNotices(): readonly [NoticesState, MyNotices] {
  const text = useText()
  const board = useNotices()
  const current = useRef({ text, board })
  current.current = { text, board }
  const [mine] = useState(
    () =>
      new MyNotices({
        server,
        onFresh: count => current.current.board.announce(current.current.text.notices.fresh(count)),
        onFault: fault => current.current.board.toast(problemWords(current.current.text, fault)),
        now: Date.now,
      }),
  )
  useEffect(() => {
    const lookIfSeen = () => {
      if (document.visibilityState === 'visible') mine.look()
    }
    lookIfSeen()
    const timer = setInterval(lookIfSeen, askEveryMs)
    document.addEventListener('visibilitychange', lookIfSeen)
    const stop = whenNewNotices(() => mine.look())
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', lookIfSeen)
      stop()
      mine.close()
    }
  }, [mine])
  return [useSyncExternalStore(mine.subscribe, mine.state), mine]
}

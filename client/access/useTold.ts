import { useCallback, useEffect, useState } from 'react'
import { CallFailed } from '../http/call.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'

/** How often it is asked again without contact. */
const againEveryMs = 2_000

interface Told {
  /** What went well. */
  readonly said: string
  readonly say: (words: string) => void
  /** What did not. */
  readonly fault: string
  /** Does something at the server and asks how it is now; says how it went. Gives whether it went well. */
  readonly act: (doing: () => Promise<unknown>, done: string) => Promise<boolean>
}

/**
 * What is told at the foot of the dialog. Without contact nobody knows here whether something has been done, so that
 * is what it says, until asking again works and the lists show it.
 */
export function useTold(reload: () => Promise<void>): Told {
  const text = useText()
  const { noContactLooking, noContactDoing, contactBack } = text.access
  const [said, setSaid] = useState('')
  const [fault, setFault] = useState('')
  const [isAway, setAway] = useState(false)

  const failed = useCallback(
    (thrown: unknown, away: string) => {
      const lacksContact = thrown instanceof CallFailed && thrown.kind === 'noContact'
      setSaid('')
      setFault(lacksContact ? away : problemWords(text, thrown))
      setAway(lacksContact)
    },
    [text],
  )
  const say = useCallback((words: string) => {
    setFault('')
    setSaid(words)
  }, [])

  useEffect(() => {
    reload().catch(thrown => failed(thrown, noContactLooking))
  }, [reload, failed, noContactLooking])

  useEffect(() => {
    if (!isAway) return
    let isLeft = false
    const timer = setInterval(() => {
      reload().then(
        () => {
          if (isLeft) return
          setAway(false)
          say(contactBack)
        },
        // As it was; it is tried again.
        () => {},
      )
    }, againEveryMs)
    return () => {
      isLeft = true
      clearInterval(timer)
    }
  }, [isAway, reload, say, contactBack])

  const act = useCallback(
    async (doing: () => Promise<unknown>, done: string) => {
      setSaid('')
      setFault('')
      setAway(false)
      let isDone = true
      try {
        await doing()
      } catch (thrown) {
        isDone = false
        failed(thrown, noContactDoing)
      }
      // Also after a fault: a part may have been done. Who may not see it any more is told so by the page.
      await reload().catch(() => {})
      if (isDone) setSaid(done)
      return isDone
    },
    [reload, failed, noContactDoing],
  )
  return { said, say, fault, act }
}

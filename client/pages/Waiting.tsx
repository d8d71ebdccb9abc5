import { useEffect } from 'react'
import { CallFailed } from '../http/call.ts'
import { askSession } from '../http/session.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import styles from './pages.module.css'
import { useSession } from './SessionContext.ts'
import type { Loaded } from './useLoaded.ts'

interface WaitingProps {
  readonly loading: Loaded<unknown>
  readonly onAgain: () => void
  /** What is being fetched, e.g. `Hämtar ansökan…`. */
  readonly words?: string
}

/** While something is on its way, and when it did not come. */
export function Waiting({ loading, onAgain, words }: WaitingProps) {
  const text = useText()
  const holder = useSession()
  const isOut =
    loading.is === 'failed' && loading.fault instanceof CallFailed && loading.fault.kind === 'signedOut'
  const change = holder?.change
  useEffect(() => {
    // Nothing is written on a page that is only waited for: the way in takes its place, and leads back to it.
    if (isOut)
      askSession().then(change, () => {
        // No contact: what is shown says so, and can be tried again.
      })
  }, [isOut, change])
  if (loading.is === 'failed') {
    return (
      <main id="content" className={styles.card} tabIndex={-1}>
        <h1>{text.pages.faultTitle}</h1>
        <p role="alert">{problemWords(text, loading.fault)}</p>
        <Button onClick={onAgain}>{text.pages.tryAgain}</Button>
      </main>
    )
  }
  return (
    <main id="content" className={styles.waiting} tabIndex={-1} aria-busy="true">
      <p role="status">{words ?? text.pages.loading}</p>
    </main>
  )
}

import { useEffect, useRef, useState } from 'react'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { AskForAccess } from './AskForAccess.tsx'
import styles from './reading.module.css'

interface AccessLostProps {
  readonly applicationId: string
  /** Something of mine had not been saved. */
  readonly hasUnsaved: boolean
  /** I only read. */
  readonly isReader: boolean
  /** Those who are responsible, in words; empty when it is not known. */
  readonly whom: string
}

/** Somebody has taken away my access while I had the ansökan open: what that means for my text, and what to do. */
export function AccessLost({ applicationId, hasUnsaved, isReader, whom }: AccessLostProps) {
  const { access: words, pages } = useText()
  const [asks, setAsks] = useState(false)
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    // She was writing further down, and nothing there tells her. Her words are just below.
    box.current?.focus({ preventScroll: true })
    box.current?.scrollIntoView({ block: 'start', behavior: 'instant' })
  }, [])
  const text = hasUnsaved ? words.lostUnsaved : isReader ? '' : words.lostSaved
  return (
    <section
      ref={box}
      className={styles.lost}
      aria-label={words.lostTitle}
      tabIndex={-1}
      onKeyDown={event => {
        // The words that she was in the middle of must not scroll it away.
        if (event.key === ' ' && event.target === event.currentTarget) event.preventDefault()
      }}
    >
      <div role="alert">
        <h2>{words.lostTitle}</h2>
        <p>
          {text} {words.lostAsk(whom)}
        </p>
      </div>
      {asks ? (
        <AskForAccess applicationId={applicationId} />
      ) : (
        <div className={styles.lostWays}>
          <Button onClick={() => setAsks(true)}>{words.ask}</Button>
          {/* For whoever has been let in again meanwhile: nothing tells a page that is shut out. */}
          <Button look="quiet" onClick={() => location.reload()}>
            {pages.tryAgain}
          </Button>
        </div>
      )}
    </section>
  )
}

import { useState } from 'react'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { AskForAccess } from './AskForAccess.tsx'
import styles from './reading.module.css'

interface AccessLostProps {
  readonly applicationId: string
  /** Something of mine had not been saved. */
  readonly hasUnsaved: boolean
  /** Those who are responsible, in words; empty when it is not known. */
  readonly whom: string
}

/** Somebody has taken away my access while I had the ansökan open: what that means for my text, and what to do. */
export function AccessLost({ applicationId, hasUnsaved, whom }: AccessLostProps) {
  const { access: words } = useText()
  const [asks, setAsks] = useState(false)
  return (
    <section className={styles.lost}>
      <div role="alert">
        <h2>{words.lostTitle}</h2>
        <p>
          {hasUnsaved ? words.lostUnsaved : words.lostSaved} {words.lostAsk(whom)}
        </p>
      </div>
      {asks ? (
        <AskForAccess applicationId={applicationId} />
      ) : (
        <Button onClick={() => setAsks(true)}>{words.ask}</Button>
      )}
    </section>
  )
}

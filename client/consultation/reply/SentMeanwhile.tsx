import { useState } from 'react'
import type { Round } from '../../../shared/http/consultation.ts'
import type { Reply } from '../../../shared/http/replies.ts'
import { personName } from '../../text/personName.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './reply.module.css'

interface SentMeanwhileProps {
  readonly mine: NonNullable<Round['mine']>
  readonly leads: readonly string[]
  readonly replies: readonly Reply[] | null
  readonly sentByMe: { readonly current: number | null }
}

/** Tells whoever has the answer open that a colleague has sent it: who, when, and what became of what she was typing. */
export function SentMeanwhile({ mine, leads, replies, sentByMe }: SentMeanwhileProps) {
  const text = useText()
  const { reply: words } = text
  /** Number of the newest that she knows of; null until it is known what there is. */
  const [seen, setSeen] = useState<number | null>(null)
  const newest = replies?.[0] ?? null
  const number = replies === null ? null : (newest?.number ?? 0)
  if (seen === null && number !== null) setSeen(number)
  const isNew = newest !== null && seen !== null && newest.number > seen && newest.number !== sentByMe.current
  return (
    <div role="status" className={styles.heard}>
      {isNew && (
        <div className={styles.told}>
          <p>
            <strong>{words.sentMeanwhile(personName(text, newest.sentBy), newest.sentAt)}</strong>
          </p>
          <p>{words.sentMeanwhileHelp}</p>
          {!mine.mayReplace && <p>{words.sentMeanwhileReplace(words.list(leads))}</p>}
          <Button onClick={() => setSeen(newest.number)}>{words.close}</Button>
        </div>
      )}
    </div>
  )
}

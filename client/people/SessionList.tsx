import { useState } from 'react'
import type { SessionsAnswer } from '../../shared/http/signIn.ts'
import { endSession } from '../http/sessions.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { useNotices } from '../ui/notices.ts'
import styles from './SessionList.module.css'

type Session = SessionsAnswer['sessions'][number]

interface SessionListProps {
  readonly sessions: readonly Session[]
  /** An instant in words. */
  readonly moment: (at: string) => string
}

/** Every browser that I am signed in in, and a way to end each of the others. */
export function SessionList({ sessions, moment }: SessionListProps) {
  const text = useText()
  const { people } = text
  const notices = useNotices()
  const [ended, setEnded] = useState<ReadonlySet<string>>(new Set())
  const end = async ({ id }: Session) => {
    try {
      await endSession(id)
      setEnded(before => new Set([...before, id]))
      notices.toast(people.sessionEnded)
    } catch (fault) {
      notices.toast(problemWords(text, fault))
    }
  }
  return (
    <ul className={styles.sessions}>
      {sessions
        .filter(({ id }) => !ended.has(id))
        .map(session => (
          <li key={session.id}>
            <div>
              <p className={styles.device}>
                {session.device || people.unknownDevice}
                {session.isThis && <strong>{people.thisBrowser}</strong>}
              </p>
              <p className={styles.facts}>
                {people.sessionFor(session.partyShortName, people.way[session.way])}
              </p>
              <p className={styles.facts}>
                {people.sessionBegan} <time dateTime={session.beganAt}>{moment(session.beganAt)}</time>,{' '}
                {people.sessionSeen} <time dateTime={session.seenAt}>{moment(session.seenAt)}</time>
              </p>
            </div>
            {!session.isThis && (
              <Button
                aria-label={people.endSessionOf(
                  session.device || people.unknownDevice,
                  moment(session.beganAt),
                )}
                onClick={() => void end(session)}
              >
                {people.endSession}
              </Button>
            )}
          </li>
        ))}
    </ul>
  )
}

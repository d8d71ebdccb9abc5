import { useEffect, useRef, useState } from 'react'
import { listRecords, recordAddress } from '../../http/consultation.ts'
import { useLoaded } from '../../pages/useLoaded.ts'
import { problemWords } from '../../text/problemWords.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './view.module.css'

/** Where the page is asked for with them open. */
export const recordsHash = '#handlingar'

interface RecordsProps {
  readonly applicationId: string
  readonly round: number
  /** Whoever looks holds the round: hers are what all have sent it. */
  readonly isHolder: boolean
}

/** *Handlingar*: what my party sent and received in a round, as files with what a register says of each. Fetched when opened. */
export function Records({ applicationId, round, isHolder }: RecordsProps) {
  const { compilation: words } = useText()
  const [isOpen, setOpen] = useState(() => location.hash === recordsHash)
  const summary = useRef<HTMLElement>(null)
  useEffect(() => {
    if (location.hash === recordsHash) summary.current?.focus()
  }, [])
  return (
    <details
      id={recordsHash.slice(1)}
      className={styles.records}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary ref={summary}>
        <h2>{words.records}</h2>
      </summary>
      <p className={styles.soft}>{isHolder ? words.recordsOwnerHelp : words.recordsHelp}</p>
      {isOpen && <Files applicationId={applicationId} round={round} />}
    </details>
  )
}

function Files({ applicationId, round }: Pick<RecordsProps, 'applicationId' | 'round'>) {
  const text = useText()
  const { compilation: words, consultation, pages } = text
  const [loaded, reload] = useLoaded(() => listRecords(applicationId, round), [applicationId, round])
  if (loaded.is === 'loading') return <p role="status">{words.recordsLoading}</p>
  if (loaded.is === 'failed') {
    return (
      <p role="alert" className={styles.fault}>
        {problemWords(text, loaded.fault)} <Button onClick={reload}>{pages.tryAgain}</Button>
      </p>
    )
  }
  if (loaded.value.length === 0) return <p>{words.recordsNone}</p>
  return (
    <>
      <ul className={styles.files}>
        {loaded.value.map(({ path, name, on, from, to, subject, designation }) => (
          <li key={path}>
            <a href={recordAddress(applicationId, round, path)} download>
              {name}
            </a>
            <p>{subject}</p>
            <p className={styles.soft}>
              <time dateTime={on}>{consultation.day(on)}</time>. {words.fromTo(from, to)}{' '}
              {words.designation(designation)}
            </p>
          </li>
        ))}
      </ul>
      <p>
        <a href={recordAddress(applicationId, round, 'register.csv')} download>
          {words.register}
        </a>
      </p>
    </>
  )
}

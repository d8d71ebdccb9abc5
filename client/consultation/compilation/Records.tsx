import { useEffect, useRef, useState } from 'react'
import { DownloadFault } from '../../download/DownloadFault.tsx'
import { DownloadLink } from '../../download/DownloadLink.tsx'
import { useDownload } from '../../download/useDownload.ts'
import { listRecords, recordAddress } from '../../http/consultation.ts'
import { useLoaded } from '../../pages/useLoaded.ts'
import { problemWords } from '../../text/problemWords.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { recordLines } from './recordLines.ts'
import styles from './records.module.css'

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
  const { compilation: words, pages } = text
  const register = useDownload()
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
      <ul className={styles.lines}>
        {recordLines(loaded.value).map(line => (
          <Line key={line.designation} applicationId={applicationId} round={round} line={line} />
        ))}
      </ul>
      <p>
        <DownloadLink address={recordAddress(applicationId, round, 'register.csv')} download={register}>
          {words.register}
        </DownloadLink>
      </p>
      <DownloadFault download={register} />
    </>
  )
}

interface LineProps extends Pick<RecordsProps, 'applicationId' | 'round'> {
  readonly line: ReturnType<typeof recordLines>[number]
}

/** One line of the register, and the files that it is to be had as. */
function Line({ applicationId, round, line }: LineProps) {
  const { compilation: words, consultation } = useText()
  const download = useDownload()
  const { subject, on, from, to, designation, files } = line
  return (
    <li>
      <h3>{subject}</h3>
      <p className={styles.soft}>
        <time dateTime={on}>{consultation.day(on)}</time>. {words.fromTo(from, to)}{' '}
        {words.designation(designation)}
      </p>
      <ul className={styles.files}>
        {files.map(({ path, name, format }) => (
          <li key={path}>
            <DownloadLink address={recordAddress(applicationId, round, path)} download={download}>
              {format === null ? name : words.formats[format]}
              {format !== null && <span className="sr-only">{words.formatOf(subject)}</span>}
            </DownloadLink>
          </li>
        ))}
      </ul>
      <DownloadFault download={download} />
    </li>
  )
}

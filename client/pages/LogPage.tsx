import { useCallback, useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { formById } from '../../shared/form/forms.ts'
import { readApplication } from '../http/applications.ts'
import { CallFailed } from '../http/call.ts'
import { logFileAddress } from '../http/log.ts'
import { Entries } from '../log/Entries.tsx'
import { hasWrongDays, LogFilters } from '../log/LogFilters.tsx'
import styles from '../log/log.module.css'
import { type LogFilter, useLog } from '../log/useLog.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { moment } from './moment.ts'
import { NotFoundPage } from './NotFoundPage.tsx'
import pageStyles from './pages.module.css'
import { useLoaded } from './useLoaded.ts'
import { useTabTitle } from './useTabTitle.ts'
import { Waiting } from './Waiting.tsx'

/** What has been done with one ansökan; for null, in the whole program. */
export function LogPage({ applicationId }: { readonly applicationId: string | null }) {
  const text = useText()
  const { log, pages } = text
  const [loaded] = useLoaded(
    async () => (applicationId === null ? null : await readApplication(applicationId)),
    [applicationId],
  )
  const application = loaded.is === 'loaded' ? loaded.value : null
  const [filter, setFilter] = useState<LogFilter>({})
  /** The last choice that makes sense. */
  const [asked, setAsked] = useState(filter)
  const { answer, is, fault, older, again } = useLog(applicationId, asked)
  const end = useRef<HTMLParagraphElement>(null)
  const wasLoadingOlder = useRef(false)
  const title = application ? log.titleOf(application.name || pages.unnamed) : log.title
  useTabTitle(title)

  const change = useCallback((next: LogFilter) => {
    setFilter(next)
    if (!hasWrongDays(next)) setAsked(next)
  }, [])
  useEffect(() => {
    // The button that had focus is gone with the last of them.
    if (wasLoadingOlder.current && is === 'still' && answer?.more === false) end.current?.focus()
    wasLoadingOlder.current = is === 'loadingOlder'
  }, [is, answer])

  if (answer === null) {
    const kind = fault instanceof CallFailed ? fault.kind : null
    if (kind === 'mayNot') return <NoLog applicationId={applicationId} />
    if (kind === 'unknownApplication') {
      return <NotFoundPage title={pages.unknownApplicationTitle} help={problemWords(text, fault)} />
    }
    const loading = is === 'failed' ? ({ is: 'failed', fault } as const) : ({ is: 'loading' } as const)
    return <Waiting loading={loading} onAgain={again} words={log.loading} />
  }
  const { entries, more, people } = answer
  const isFiltered = Object.values(asked).some(value => value !== undefined)
  return (
    <main id="content" className={styles.page} tabIndex={-1} aria-busy={is === 'loading'}>
      <p className={styles.back}>
        <BackLink applicationId={applicationId} />
      </p>
      <h1>{title}</h1>
      <p className={styles.lead}>{applicationId === null ? log.leadAll : log.lead}</p>
      <LogFilters filter={filter} onChange={change} people={people} />
      <div className={styles.above}>
        <p role="status">{is === 'loading' ? log.loading : log.shown(entries.length, more)}</p>
        <a className={styles.csv} href={logFileAddress(applicationId, asked)} download>
          {log.csv}
        </a>
      </div>
      {entries.length === 0 ? (
        <p className={styles.empty}>{isFiltered ? log.nothingFits : log.empty}</p>
      ) : (
        <Entries
          entries={entries}
          caption={title}
          form={application ? (formById(application.formId) ?? null) : null}
          hasApplications={applicationId === null}
          moment={moment}
        />
      )}
      {is === 'failed' && (
        <p role="alert" className={styles.fault}>
          {problemWords(text, fault)} <Button onClick={again}>{pages.tryAgain}</Button>
        </p>
      )}
      {more ? (
        <Button onClick={() => void older()} aria-disabled={is === 'loadingOlder'}>
          {is === 'loadingOlder' ? log.loadingOlder : log.older}
        </Button>
      ) : (
        entries.length > 0 && (
          <p ref={end} className={styles.end} tabIndex={-1}>
            {log.noOlder}
          </p>
        )
      )}
    </main>
  )
}

function BackLink({ applicationId }: { readonly applicationId: string | null }) {
  const { log } = useText()
  return applicationId === null ? (
    <Link href="/administration">{log.backToAdministration}</Link>
  ) : (
    <Link href={`/ansokningar/${applicationId}`}>{log.backToApplication}</Link>
  )
}

/** There is a log, but not for her: says who reads it. */
function NoLog({ applicationId }: { readonly applicationId: string | null }) {
  const { log, pages } = useText()
  useTabTitle(log.refusedTitle)
  return (
    <main id="content" className={pageStyles.card} tabIndex={-1}>
      <h1>{log.refusedTitle}</h1>
      <p>{applicationId === null ? log.refusedAllHelp : log.refusedHelp}</p>
      <p>
        {applicationId === null ? (
          <Link href="/ansokningar">{pages.toList}</Link>
        ) : (
          <BackLink applicationId={applicationId} />
        )}
      </p>
    </main>
  )
}

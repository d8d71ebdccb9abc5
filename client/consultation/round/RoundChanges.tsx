import { type ReactNode, useCallback, useMemo, useState } from 'react'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import type { WholeVersion } from '../../../shared/http/versions.ts'
import type { Party } from '../../../shared/people/person.ts'
import { CallFailed } from '../../http/call.ts'
import { problemWords } from '../../text/problemWords.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { FaultBoundary } from '../../ui/FaultBoundary.tsx'
import { ShownChanges } from '../../version/compare/ShownChanges.tsx'
import { useCompared } from '../../version/compare/useCompared.ts'
import { useVersionList } from '../../version/useVersionList.ts'
import { whosWords } from '../../version/versionWords.ts'
import { type ComparedSide, writersBetween } from '../../version/writersBetween.ts'
import styles from './views.module.css'

interface RoundChangesProps {
  readonly applicationId: string
  readonly form: FormTemplate
  readonly from: number
  readonly to: ComparedSide
  /** Reads a version that a round has sent. */
  readonly readSent: (number: number) => Promise<WholeVersion>
  /** I may read the versions, and so see who has written between them. */
  readonly seesVersions: boolean
  readonly parties: readonly Party[]
  /** Said when nothing differs. */
  readonly same: string
}

/** What differs between a version that was sent and another, or today's text. */
export function RoundChanges(props: RoundChangesProps) {
  const { applicationId, form, from, to, readSent, parties, same } = props
  const text = useText()
  const { versions: words, pages } = text
  const [attempt, setAttempt] = useState(0)
  const comparing = useCompared({ applicationId, form, from, to, attempt, readVersion: readSent })
  const imageUrl = useCallback(
    (hash: string) => `/api/applications/${applicationId}/images/${hash}`,
    [applicationId],
  )
  const changes = comparing.is === 'compared' ? comparing.compared.comparison : null
  const changedSections = changes?.sections.filter(({ changeCount }) => changeCount > 0).length ?? 0
  return (
    <div className={styles.changes} aria-busy={comparing.is === 'comparing'}>
      <p role="status" className={styles.status}>
        {comparing.is === 'comparing' ? words.comparing : ''}
        {changes && (changedSections === 0 ? same : words.count(changes.changeCount, changedSections))}
      </p>
      {comparing.is === 'failed' && (
        <p role="alert" className={styles.fault}>
          {comparing.fault instanceof CallFailed ? problemWords(text, comparing.fault) : words.failed}{' '}
          <Button onClick={() => setAttempt(attempt + 1)}>{pages.tryAgain}</Button>
        </p>
      )}
      {comparing.is === 'compared' && changedSections > 0 && (
        <FaultBoundary instead={() => <p role="alert">{words.failed}</p>}>
          {props.seesVersions ? (
            <WithWriters {...{ applicationId, from, to, parties }}>
              {changedBy => (
                <ShownChanges
                  form={form}
                  compared={comparing.compared}
                  imageUrl={imageUrl}
                  changedBy={changedBy}
                />
              )}
            </WithWriters>
          ) : (
            <ShownChanges
              form={form}
              compared={comparing.compared}
              imageUrl={imageUrl}
              changedBy={nobodyKnown}
            />
          )}
        </FaultBoundary>
      )}
    </div>
  )
}

const nobodyKnown = () => ''

interface WithWritersProps {
  readonly applicationId: string
  readonly from: number
  readonly to: ComparedSide
  readonly parties: readonly Party[]
  readonly children: (changedBy: (section: string) => string) => ReactNode
}

/** Who has written between the two, by section; nobody until that is known. */
function WithWriters({ applicationId, from, to, parties, children }: WithWritersProps) {
  const text = useText()
  const { list } = useVersionList(applicationId, null)
  const writers = useMemo(() => (list === null ? {} : writersBetween(list, from, to)), [list, from, to])
  const changedBy = useCallback(
    (section: string) => whosWords(text, writers[section] ?? [], parties),
    [text, writers, parties],
  )
  return children(changedBy)
}

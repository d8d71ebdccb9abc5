import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { VersionList } from '../../shared/http/versions.ts'
import type { Party } from '../../shared/people/person.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { useNotices } from '../ui/notices.ts'
import { StatusLine } from '../ui/StatusLine.tsx'
import { compareAddress } from './compare/sideAddress.ts'
import { groupVersions, growths } from './groupVersions.ts'
import styles from './panel.module.css'
import { SaveVersion } from './SaveVersion.tsx'
import { useVersionList } from './useVersionList.ts'
import { VersionGroupView } from './VersionGroupView.tsx'
import { whosWords } from './versionWords.ts'
import { everyWriter, writersBetween } from './writersBetween.ts'

interface VersionPanelProps {
  readonly applicationId: string
  readonly parties: readonly Party[]
  readonly mayMake: boolean
  /** Resolves when the server has all that I have written; rejects when it does not get it. */
  readonly allSaved: () => Promise<void>
  /** Another one when there may be a new version. */
  readonly stamp: unknown
}

/** So many are drawn at once: an ansökan may have 2 000. */
const groupsAtOnce = 30

/** What the ansökan has been: the versions, newest first, and what has happened since I was here. */
export function VersionPanel({ applicationId, parties, mayMake, allSaved, stamp }: VersionPanelProps) {
  const text = useText()
  const { versions: words, pages } = text
  const notices = useNotices()
  const { list, fault, reload } = useVersionList(applicationId, stamp)
  const [isSaving, setIsSaving] = useState(false)
  const [shown, setShown] = useState(groupsAtOnce)
  const groups = useMemo(() => groupVersions(list?.versions ?? []), [list])
  const grown = useMemo(() => growths(list?.versions ?? []), [list])
  const labels = useMemo(() => new Map(list?.versions.map(({ number, label }) => [number, label])), [list])
  return (
    <div className={styles.panel}>
      {mayMake && (
        <div>
          <Button look="primary" onClick={() => setIsSaving(true)}>
            {words.save}
          </Button>
        </div>
      )}
      {list !== null && <SinceVisit applicationId={applicationId} list={list} parties={parties} />}
      {list === null && fault === null && <StatusLine>{words.loading}</StatusLine>}
      {fault !== null && (
        <p role="alert" className={styles.fault}>
          {problemWords(text, fault)}{' '}
          <Button look="quiet" onClick={reload}>
            {pages.tryAgain}
          </Button>
        </p>
      )}
      {list !== null && groups.length === 0 && (
        <div className={styles.empty}>
          <p>{words.none}</p>
          <p>{mayMake ? words.noneHelp : words.noneHelpReader}</p>
          <p>{words.alsoAutomatic}</p>
        </div>
      )}
      {groups.length > 0 && (
        <ol className={styles.groups} aria-label={words.title}>
          {groups.slice(0, shown).map(group => (
            <VersionGroupView
              key={group.top?.number ?? 0}
              applicationId={applicationId}
              group={group}
              parties={parties}
              grown={grown}
              labels={labels}
            />
          ))}
        </ol>
      )}
      {groups.length > shown && (
        <Button look="quiet" onClick={() => setShown(shown + groupsAtOnce)}>
          {words.more(Math.min(groupsAtOnce, groups.length - shown))}
        </Button>
      )}
      {isSaving && (
        <SaveVersion
          applicationId={applicationId}
          allSaved={allSaved}
          onSaved={({ label, name }) => {
            setIsSaving(false)
            notices.toast(words.saved(label, name))
            reload()
          }}
          onClose={() => setIsSaving(false)}
        />
      )}
    </div>
  )
}

interface SinceVisitProps {
  readonly applicationId: string
  readonly list: VersionList
  readonly parties: readonly Party[]
}

/** What others and I have done since I was here the last time before this; nothing where nobody has. */
function SinceVisit({ applicationId, list, parties }: SinceVisitProps) {
  const text = useText()
  const { versions: words } = text
  const { lastVisit } = list
  if (lastVisit === null) return null
  const writers = writersBetween(list, lastVisit.number, 'today')
  const sections = Object.values(writers).filter(({ length }) => length > 0).length
  const isNewer = (list.versions[0]?.number ?? 0) > lastVisit.number
  if (sections === 0 && !isNewer) return null
  return (
    <section className={styles.since} aria-labelledby="since-visit">
      <h3 id="since-visit">{words.sinceVisit}</h3>
      <p>
        {sections === 0
          ? words.sinceVisitVersions(lastVisit.at)
          : words.sinceVisitLine(lastVisit.at, whosWords(text, everyWriter(writers), parties), sections)}
      </p>
      <p>
        <Link href={compareAddress(applicationId, lastVisit.number, 'today')}>{words.sinceVisitShow}</Link>
      </p>
    </section>
  )
}

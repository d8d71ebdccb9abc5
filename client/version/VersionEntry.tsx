import { Link } from 'wouter'
import type { Version } from '../../shared/http/versions.ts'
import type { Party } from '../../shared/people/person.ts'
import { useText } from '../text/useText.ts'
import { compareAddress } from './compare/sideAddress.ts'
import { isKeptByItself } from './groupVersions.ts'
import styles from './panel.module.css'
import { nameOf, whosWords, whoWords } from './versionWords.ts'
import { everyWriter } from './writersBetween.ts'

interface VersionEntryProps {
  readonly applicationId: string
  readonly version: Version
  readonly parties: readonly Party[]
  readonly grown: ReadonlyMap<number, number>
  readonly labels: ReadonlyMap<number, string>
}

/** A version: its number and name, who and when, how much, and the ways to it. */
export function VersionEntry({ applicationId, version, parties, grown, labels }: VersionEntryProps) {
  const text = useText()
  const { versions: words } = text
  const { number, label, at, by, letters, note, reason, restoredFrom, writers } = version
  const more = grown.get(number)
  const wrote = everyWriter(writers)
  return (
    <div className={styles.version} data-version={number} data-reason={reason}>
      <p className={styles.name}>
        <span className={styles.label}>{label}</span> <span>{nameOf(text, version)}</span>
      </p>
      <p className={styles.soft}>
        <time dateTime={at}>{words.moment(at)}</time>
        {by !== null && <> · {whoWords(text, by, parties)}</>}
      </p>
      {restoredFrom !== null && (
        <p className={styles.soft}>{words.restoredFrom(labels.get(restoredFrom) ?? String(restoredFrom))}</p>
      )}
      <p className={styles.soft}>
        {words.letters(letters)}
        {more !== undefined && ` (${words.grown(more)})`}
      </p>
      {isKeptByItself(version) && wrote.length > 0 && (
        <p className={styles.soft}>{words.writtenBy(whosWords(text, wrote, parties))}</p>
      )}
      {note !== '' && <p className={styles.note}>{note}</p>}
      <p className={styles.ways}>
        <Link href={`/ansokningar/${applicationId}/versioner/${number}`} aria-label={words.openNamed(label)}>
          {words.open}
        </Link>
        <Link
          href={compareAddress(applicationId, number, 'today')}
          aria-label={words.compareTodayNamed(label)}
        >
          {words.compareToday}
        </Link>
      </p>
    </div>
  )
}

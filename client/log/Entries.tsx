import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import type { AuditEntry } from '../../shared/http/auditLog.ts'
import { useText } from '../text/useText.ts'
import styles from './log.module.css'
import { partyBeside, sentenceOf } from './told.ts'
import { useIsNarrow } from './useIsNarrow.ts'

interface EntriesProps {
  readonly entries: readonly AuditEntry[]
  /** What the table is called. */
  readonly caption: string
  /** That of the ansökan, to name its sections; null in the log of the whole program, which names the ansökan instead. */
  readonly form: FormTemplate | null
  readonly hasApplications: boolean
  /** An instant as people here write it. */
  readonly moment: (at: string) => string
}

/** Entries as a table, or where there is no room for one as a list. */
export function Entries(props: EntriesProps) {
  return useIsNarrow() ? <EntryList {...props} /> : <EntryTable {...props} />
}

function EntryTable({ entries, caption, form, hasApplications, moment }: EntriesProps) {
  const text = useText()
  const { log } = text
  return (
    <table className={styles.table}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{log.when}</th>
          <th scope="col">{log.who}</th>
          <th scope="col">{log.what}</th>
          {hasApplications && <th scope="col">{log.application}</th>}
        </tr>
      </thead>
      <tbody>
        {entries.map(entry => (
          <tr key={entry.number} data-act={entry.act}>
            <td className={styles.when}>
              <time dateTime={entry.at}>{moment(entry.at)}</time>
            </td>
            <td className={styles.who}>
              <Who entry={entry} />
            </td>
            <td>{sentenceOf(text, entry, form)}</td>
            {hasApplications && (
              <td className={styles.application}>
                {entry.applicationId ?? <span className="sr-only">{log.noApplication}</span>}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function EntryList({ entries, caption, form, hasApplications, moment }: EntriesProps) {
  const text = useText()
  return (
    <ol className={styles.list} aria-label={caption}>
      {entries.map(entry => (
        <li key={entry.number} data-act={entry.act}>
          <p className={styles.listHead}>
            <Who entry={entry} />
            <time dateTime={entry.at} className={styles.when}>
              {moment(entry.at)}
            </time>
          </p>
          <p>{sentenceOf(text, entry, form)}</p>
          {hasApplications && entry.applicationId !== null && (
            <p className={styles.application}>
              {text.log.application} {entry.applicationId}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

function Who({ entry: { person, act } }: { readonly entry: AuditEntry }) {
  const { log } = useText()
  if (person === null) return <span>{act === 'logBroken' ? log.program : log.nobody}</span>
  const party = partyBeside(person)
  return (
    <span>
      <span className={styles.name}>{person.name || log.unknownPerson}</span>
      {party !== '' && `, ${party}`}
    </span>
  )
}

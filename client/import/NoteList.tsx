import { useText } from '../text/useText.ts'
import styles from './notes.module.css'

interface NoteListProps {
  /** Each once. */
  readonly notes: readonly string[]
}

/** So many are read at a glance; the rest are behind a press. */
const shown = 6

/** Notes about a section or a whole file. */
export function NoteList({ notes }: NoteListProps) {
  const { formImport: words } = useText()
  const rest = notes.slice(shown)
  return (
    <>
      <Notes notes={notes.slice(0, shown)} />
      {rest.length > 0 && (
        <details>
          <summary className={styles.more}>{words.moreNotes(rest.length)}</summary>
          <Notes notes={rest} />
        </details>
      )}
    </>
  )
}

function Notes({ notes }: NoteListProps) {
  return (
    <ul className={styles.notes}>
      {notes.map(note => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
}

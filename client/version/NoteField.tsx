import { useId } from 'react'
import { useText } from '../text/useText.ts'
import styles from './version.module.css'

/** As many letters as the server takes. */
const noteMaxLength = 1000

interface NoteFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Why a version is made; need not be filled in. */
export function NoteField({ value, onChange }: NoteFieldProps) {
  const { versions: words } = useText()
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{words.note}</label>
      <textarea
        id={id}
        rows={2}
        maxLength={noteMaxLength}
        value={value}
        // One line: it stands on one in the list.
        onChange={event => onChange(event.target.value.replace(/\s*\n\s*/g, ' '))}
      />
    </div>
  )
}

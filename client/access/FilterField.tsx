import { useId } from 'react'
import { useText } from '../text/useText.ts'
import styles from './access.module.css'
import { useSharing } from './Sharing.ts'

interface FilterFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Finds somebody in the lists below it. */
export function FilterField({ value, onChange }: FilterFieldProps) {
  const { access: words } = useText()
  const { access, listed } = useSharing()
  const id = useId()
  const count = (lists: typeof listed) =>
    lists.members.length + lists.invitations.length + lists.requests.length + lists.guestLinks.length
  return (
    <div className={styles.filter}>
      <label htmlFor={id} className={styles.label}>
        {words.filter}
      </label>
      <input
        id={id}
        type="search"
        className={styles.input}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-help`}
        value={value}
        onChange={event => onChange(event.target.value)}
        onKeyDown={event => {
          if (event.key !== 'Escape' || value === '') return
          // Only what is written goes, not the dialog.
          event.preventDefault()
          onChange('')
        }}
      />
      <p id={`${id}-help`} role="status" className={styles.help}>
        {value.trim() === '' ? words.filterHelp : words.filtered(count(listed), count(access))}
      </p>
    </div>
  )
}

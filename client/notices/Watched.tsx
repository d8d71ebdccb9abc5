import { useState } from 'react'
import styles from './NoticeChoices.module.css'

interface WatchedProps {
  /** Name of the list. */
  readonly label: string
  /** Those that can be watched, by id and name; only those that are watched now are listed. */
  readonly applications: readonly { readonly id: string; readonly name: string }[]
  readonly watched: readonly string[]
  readonly onChange: (watched: readonly string[]) => void
}

/** The ansökningar that I watch. One that I stop watching stays in view, so that I can go back on it. */
export function Watched({ label, applications, watched, onChange }: WatchedProps) {
  const [listed] = useState(() => applications.filter(({ id }) => watched.includes(id)))
  return (
    <ul className={styles.watched} aria-label={label}>
      {listed.map(({ id, name }) => (
        <li key={id}>
          <label>
            <input
              type="checkbox"
              checked={watched.includes(id)}
              onChange={({ target }) =>
                onChange(target.checked ? [...watched, id] : watched.filter(other => other !== id))
              }
            />
            {name}
          </label>
        </li>
      ))}
    </ul>
  )
}

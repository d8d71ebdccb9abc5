import { useId } from 'react'
import styles from './people.module.css'

interface ChoiceFieldProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly onChange: (value: T) => void
  readonly choices: readonly { readonly value: T; readonly word: string }[]
  readonly help?: string
  /** What is wrong with it; null when nothing is. Takes the place of the help. */
  readonly fault?: string | null
}

/** One of a few, in the browser's own list. */
export function ChoiceField<T extends string>(props: ChoiceFieldProps<T>) {
  const { label, value, onChange, choices, help, fault = null } = props
  const id = useId()
  const words = fault ?? help
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => {
          const chosen = choices.find(choice => choice.value === target.value)
          if (chosen) onChange(chosen.value)
        }}
        aria-invalid={fault !== null}
        aria-describedby={words ? `${id}-help` : undefined}
      >
        {choices.map(choice => (
          <option key={choice.value} value={choice.value}>
            {choice.word}
          </option>
        ))}
      </select>
      {words && (
        <p id={`${id}-help`} className={fault === null ? styles.help : styles.fault}>
          {words}
        </p>
      )}
    </div>
  )
}

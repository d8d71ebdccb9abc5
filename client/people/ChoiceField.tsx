import { useId } from 'react'
import styles from './people.module.css'

interface ChoiceFieldProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly onChange: (value: T) => void
  readonly choices: readonly { readonly value: T; readonly word: string }[]
  readonly help?: string
}

/** One of a few, in the browser's own list. */
export function ChoiceField<T extends string>(props: ChoiceFieldProps<T>) {
  const { label, value, onChange, choices, help } = props
  const id = useId()
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
        aria-describedby={help ? `${id}-help` : undefined}
      >
        {choices.map(choice => (
          <option key={choice.value} value={choice.value}>
            {choice.word}
          </option>
        ))}
      </select>
      {help && (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      )}
    </div>
  )
}

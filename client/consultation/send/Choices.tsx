import { useId } from 'react'
import styles from '../rounds.module.css'

interface ChoicesProps<T extends string> {
  readonly legend: string
  readonly value: T
  readonly onChange: (value: T) => void
  readonly choices: readonly { readonly value: T; readonly word: string; readonly help?: string }[]
}

/** One of a few, all in view, with a line that says what each means. */
export function Choices<T extends string>({ legend, value, onChange, choices }: ChoicesProps<T>) {
  const name = useId()
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {choices.map(choice => (
        <label key={choice.value} className={styles.choice}>
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            aria-labelledby={`${name}-${choice.value}-word`}
            aria-describedby={choice.help === undefined ? undefined : `${name}-${choice.value}`}
            onChange={() => onChange(choice.value)}
          />
          <span>
            <span id={`${name}-${choice.value}-word`}>{choice.word}</span>
            {choice.help !== undefined && (
              <span id={`${name}-${choice.value}`} className={styles.more}>
                {choice.help}
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

import { type Ref, useId } from 'react'
import styles from './people.module.css'

interface LineFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly help?: string
  /** What is wrong with it; null when nothing is. Takes the place of the help. */
  readonly fault?: string | null
  readonly type?: 'text' | 'email' | 'search'
  /** As in HTML: the browser may fill it in. */
  readonly autoComplete?: string
  readonly ref?: Ref<HTMLInputElement>
}

/** One line of words to write, with its name above and what is wrong with it below. */
export function LineField(props: LineFieldProps) {
  const { label, value, onChange, help, fault = null, type = 'text', autoComplete = 'off', ref } = props
  const id = useId()
  const words = fault ?? help
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        ref={ref}
        id={id}
        type={type}
        value={value}
        onChange={event => onChange(event.target.value)}
        autoComplete={autoComplete}
        spellCheck={false}
        aria-invalid={fault !== null}
        aria-describedby={words ? `${id}-help` : undefined}
      />
      {words && (
        <p id={`${id}-help`} className={fault === null ? styles.help : styles.fault}>
          {words}
        </p>
      )}
    </div>
  )
}

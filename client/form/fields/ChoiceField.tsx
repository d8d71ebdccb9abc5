import { type ChangeEvent, useId } from 'react'
import { personName } from '../../text/personName.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { useFields, useOpenFields } from '../FieldsContext.ts'
import type { FieldPath } from '../fieldPath.ts'
import { usePeopleAt } from '../usePeopleAt.ts'
import { useSharedValue } from '../useSharedValue.ts'
import styles from './ChoiceField.module.css'
import fieldStyles from './field.module.css'
import { LostValueNote } from './LostValueNote.tsx'
import { StillField } from './StillField.tsx'

interface ChoiceFieldProps {
  readonly path: FieldPath
  /** Asked aloud before the choices. */
  readonly question: string
  /** Value to word, in the order they stand. */
  readonly choices: Readonly<Record<string, string>>
}

/** One of a few answers, written as soon as it is chosen. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { open, mayWrite } = useFields()
  if (open === null) return <BlankChoice {...props} />
  return mayWrite ? <OpenChoice {...props} /> : <StillChoice {...props} />
}

function StillChoice({ path, question, choices }: ChoiceFieldProps) {
  const value = useSharedValue(useFields().section, path)
  const words = (typeof value === 'string' ? choices[value] : undefined) ?? ''
  return <StillField path={path} label={question} labelPlace="unseen" words={words} />
}

function OpenChoice({ path, question, choices }: ChoiceFieldProps) {
  const words = useText()
  const text = words.form
  const name = useId()
  const { live, values } = useOpenFields()
  const { section, beside } = useFields()
  const value = useSharedValue(section, path)
  const [other] = usePeopleAt(live, section, path)
  const onChange = (event: ChangeEvent<HTMLInputElement>) =>
    values.write(section, path, event.currentTarget.value)

  return (
    <div className={fieldStyles.answer} data-field={path}>
      <div className={fieldStyles.ring} data-party={other?.colour}>
        {beside?.(path, question)}
        <fieldset
          className={styles.choices}
          onFocus={() => live.presence.setPlace({ section, field: path })}
          onBlur={() => live.presence.setPlace(null)}
        >
          <legend className="sr-only">{question}</legend>
          {Object.entries(choices).map(([choice, word]) => (
            <label key={choice} className={styles.choice}>
              <input type="radio" name={name} value={choice} checked={value === choice} onChange={onChange} />
              {word}
            </label>
          ))}
          {value !== null && (
            <Button look="quiet" onClick={() => values.write(section, path, null)}>
              {text.noAnswer}
            </Button>
          )}
        </fieldset>
        {other !== undefined && (
          <span className={fieldStyles.name} aria-hidden="true">
            {personName(words, other)}
          </span>
        )}
      </div>
      <div className={fieldStyles.notes} aria-live="polite">
        <LostValueNote
          path={path}
          show={lost => (typeof lost === 'string' ? choices[lost] : undefined) ?? text.emptyValue}
        />
      </div>
    </div>
  )
}

function BlankChoice({ choices }: ChoiceFieldProps) {
  return (
    <div className={styles.choices}>
      {Object.entries(choices).map(([choice, word]) => (
        <span key={choice} className={styles.choice}>
          <span className={styles.box} />
          {word}
        </span>
      ))}
    </div>
  )
}

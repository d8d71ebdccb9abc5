import { type KeyboardEvent, useRef } from 'react'
import { useText } from '../../text/useText.ts'
import { useFields } from '../FieldsContext.ts'
import type { FieldPath } from '../fieldPath.ts'
import { useSharedValue } from '../useSharedValue.ts'
import { BlankField, FieldShell, type LabelPlace } from './FieldShell.tsx'
import styles from './field.module.css'
import type { FieldFormat } from './format.ts'
import { LostValueNote } from './LostValueNote.tsx'
import { StillField } from './StillField.tsx'
import { useAtomicField } from './useAtomicField.ts'
import { useField } from './useField.ts'

interface AtomicFieldProps {
  readonly path: FieldPath
  readonly label: string
  readonly format: FieldFormat
  readonly labelPlace?: LabelPlace
  readonly hint?: string
  /** Stands after the answer, e.g. `kr`. */
  readonly unit?: string
}

/**
 * One value, written on leaving the field or Enter; Esc brings back what stood there. What cannot be taken stays
 * in view with the reason, and a change by somebody else never touches what is being typed.
 */
export function AtomicField(props: AtomicFieldProps) {
  const { open, mayWrite } = useFields()
  if (open === null) return <BlankField {...props} />
  return mayWrite ? <OpenAtomicField {...props} /> : <StillAtomicField {...props} />
}

function StillAtomicField({ path, label, format, labelPlace, unit }: AtomicFieldProps) {
  const shown = format.show(useSharedValue(useFields().section, path))
  return (
    <StillField path={path} label={label} labelPlace={labelPlace ?? 'beside'} words={withUnit(shown, unit)} />
  )
}

function withUnit(text: string, unit: string | undefined): string {
  return unit === undefined || text === '' ? text : `${text}\u00a0${unit}`
}

function OpenAtomicField({ path, label, format, labelPlace, hint, unit }: AtomicFieldProps) {
  const text = useText().form
  const box = useRef<HTMLTextAreaElement>(null)
  const { value, draft, converted, overtakenBy, type, finish, leave, restore } = useAtomicField(path, format)
  const { onFocus, onBlur, onKeyDown } = useField(path, box, () => draft !== null)
  const shown = draft?.text ?? format.show(value)
  const inWords = (text: string) => withUnit(text, unit)

  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      finish()
    } else if (event.key === 's' && (event.ctrlKey || event.metaKey)) {
      // The page answers the key; what is typed here is saved with the rest.
      finish()
    } else if (event.key === 'Escape' && draft !== null) {
      event.preventDefault()
      event.stopPropagation()
      restore()
    } else {
      onKeyDown(event)
    }
  }

  const notes = (
    <>
      {draft !== null && draft.refused !== null && (
        <p className={styles.refusal}>{text.refusal(draft.refused)}</p>
      )}
      {overtakenBy !== undefined && (
        <p className={styles.note}>
          {text.overtaken(overtakenBy?.name ?? text.somebody, inWords(format.show(value)) || text.emptyValue)}
        </p>
      )}
      {converted && <p className={styles.note}>{text.converted(inWords(format.show(value)))}</p>}
      <LostValueNote path={path} show={lost => inWords(format.show(lost)) || text.emptyValue} />
    </>
  )
  return (
    <FieldShell path={path} label={label} labelPlace={labelPlace ?? 'beside'} hint={hint} notes={notes}>
      {({ id, describedBy }) => (
        <div className={styles.line} data-width={format.width ?? 'full'}>
          <div className={styles.grow} data-shown={`${shown} `}>
            <textarea
              ref={box}
              id={id}
              className={styles.control}
              rows={1}
              value={shown}
              inputMode={format.keys}
              enterKeyHint="done"
              autoComplete="off"
              aria-invalid={draft?.refused != null}
              aria-describedby={describedBy}
              onChange={event => type(event.currentTarget.value)}
              onKeyDown={onKey}
              onFocus={onFocus}
              onBlur={event => {
                leave()
                onBlur(event)
              }}
            />
          </div>
          {unit !== undefined && <span className={styles.unit}>{unit}</span>}
        </div>
      )}
    </FieldShell>
  )
}

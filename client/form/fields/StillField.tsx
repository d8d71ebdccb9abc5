import { useText } from '../../text/useText.ts'
import { useFields } from '../FieldsContext.ts'
import type { FieldPath } from '../fieldPath.ts'
import type { LabelPlace } from './FieldShell.tsx'
import styles from './field.module.css'

interface StillFieldProps {
  readonly path: FieldPath
  readonly label: string
  readonly labelPlace?: LabelPlace
  /** Empty where nobody has answered. */
  readonly words: string
}

/** A field to be read: its label and the answer as plain text. */
export function StillField({ path, label, labelPlace = 'beside', words }: StillFieldProps) {
  const text = useText().form
  const { beside } = useFields()
  return (
    <div className={styles.field} data-label={labelPlace} data-field={path}>
      <span className={labelPlace === 'unseen' ? 'sr-only' : styles.label}>{label}</span>
      <div className={styles.ring}>
        <p className={styles.still}>
          {words !== '' ? (
            words
          ) : (
            <>
              <span aria-hidden="true">–</span>
              <span className="sr-only">{text.emptyValue}</span>
            </>
          )}
        </p>
        {beside?.(path, label)}
      </div>
    </div>
  )
}

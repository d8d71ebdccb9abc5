import { useText } from '../../text/useText.ts'
import type { LabelPlace } from './FieldShell.tsx'
import styles from './field.module.css'

interface StillFieldProps {
  readonly label: string
  readonly labelPlace?: LabelPlace
  /** Empty where nobody has answered. */
  readonly words: string
}

/** A field to be read: its label and the answer as plain text. */
export function StillField({ label, labelPlace = 'beside', words }: StillFieldProps) {
  const text = useText().form
  return (
    <div className={styles.field} data-label={labelPlace}>
      <span className={labelPlace === 'unseen' ? 'sr-only' : styles.label}>{label}</span>
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
    </div>
  )
}

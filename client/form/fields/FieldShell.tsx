import { type ReactNode, useId, useState } from 'react'
import { personName } from '../../text/personName.ts'
import { useText } from '../../text/useText.ts'
import { useFields } from '../FieldsContext.ts'
import type { FieldPath } from '../fieldPath.ts'
import { usePeopleAt } from '../usePeopleAt.ts'
import styles from './field.module.css'

/** Where a field's label stands: beside or above the answer, or only for those who listen. */
export type LabelPlace = 'beside' | 'above' | 'unseen'

interface FieldShellProps {
  readonly path: FieldPath
  readonly label: string
  readonly labelPlace?: LabelPlace
  /** Help of one line, shown while the field has focus. */
  readonly hint?: string | undefined
  /** What has happened to the answer, read aloud as it comes. */
  readonly notes?: ReactNode
  /** Draws the control with the ids it needs. */
  readonly children: (ids: { readonly id: string; readonly describedBy: string }) => ReactNode
}

/** Around every field: its label, what happened to it, and a ring with the name of whoever else is in it. */
export function FieldShell({ path, label, labelPlace = 'beside', hint, notes, children }: FieldShellProps) {
  const text = useText()
  const id = useId()
  const { open, section, beside } = useFields()
  const [other, ...more] = usePeopleAt(open?.live ?? null, section, path)
  const { hinted, ...watching } = useHinted(hint !== undefined)
  const describedBy = hint === undefined ? `${id}-notes` : `${id}-notes ${id}-hint`
  return (
    <div className={styles.field} data-label={labelPlace} data-field={path}>
      <label htmlFor={id} className={labelPlace === 'unseen' ? 'sr-only' : styles.label}>
        {label}
      </label>
      <div className={styles.answer} {...watching}>
        <div className={styles.ring} data-party={other?.colour}>
          {children({ id, describedBy })}
          {beside?.(path, label)}
          {other !== undefined && (
            <span className={styles.name} aria-hidden="true">
              {[personName(text, other), ...(more.length > 0 ? [`+${more.length}`] : [])].join(' ')}
            </span>
          )}
        </div>
        {hint !== undefined && (
          <p id={`${id}-hint`} className={styles.hint} hidden={!hinted}>
            {hint}
          </p>
        )}
        <div id={`${id}-notes`} className={styles.notes} aria-live="polite">
          {notes}
        </div>
      </div>
    </div>
  )
}

/** Whether the hint is in view: while there is focus, and until the press that took it away is over. */
function useHinted(hasHint: boolean) {
  const presses = useFields().open?.presses
  const [hinted, setHinted] = useState(false)
  if (!hasHint) return { hinted }
  return { hinted, onFocus: () => setHinted(true), onBlur: () => presses?.after(() => setHinted(false)) }
}

/** A field of a form that is shown empty: its label and the line to write on. */
export function BlankField({ label, labelPlace = 'beside', tall = false }: BlankFieldProps) {
  return (
    <div className={styles.field} data-label={labelPlace}>
      {labelPlace !== 'unseen' && <span className={styles.label}>{label}</span>}
      <div className={styles.answer}>
        <div className={`${styles.blank} ${tall ? styles.tall : ''}`} />
      </div>
    </div>
  )
}

interface BlankFieldProps {
  readonly label: string
  readonly labelPlace?: LabelPlace
  readonly tall?: boolean
}

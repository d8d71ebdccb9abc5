import { useText } from '../../text/useText.ts'
import { StatusLine } from '../../ui/StatusLine.tsx'
import { useSectionOf } from '../FormContext.ts'
import { AtomicField } from '../fields/AtomicField.tsx'
import { dayFormat, fuzzyDateFormat } from '../fields/format.ts'
import { useSharedValue } from '../useSharedValue.ts'
import { periodLength } from './periodLength.ts'
import styles from './sections.module.css'

/** The planned time: first day, last day, and where the form asks, last day of intake. */
export function PeriodSection() {
  const { key, startLabel, endLabel, intakeEndLabel } = useSectionOf('period')
  const text = useText().form
  const start = useSharedValue(key, 'start')
  const end = useSharedValue(key, 'end')
  return (
    <div className={styles.period}>
      <AtomicField path="start" label={startLabel} format={dayFormat} hint={text.dayHint} />
      <AtomicField path="end" label={endLabel} format={dayFormat} hint={text.dayHint} />
      {intakeEndLabel !== null && (
        <AtomicField
          path="intakeEnd"
          label={intakeEndLabel}
          format={fuzzyDateFormat(text.dateLanguage)}
          hint={text.fuzzyDateHint}
        />
      )}
      <div className={styles.aside}>
        <StatusLine>{lengthInWords(start, end, text)}</StatusLine>
      </div>
    </div>
  )
}

function lengthInWords(start: unknown, end: unknown, text: ReturnType<typeof useText>['form']): string {
  if (typeof start !== 'string' || typeof end !== 'string') return ''
  const length = periodLength(start, end)
  if (length === null) return ''
  return length === 'backwards'
    ? text.endBeforeStart
    : text.periodLength(length.years, length.months, length.days)
}

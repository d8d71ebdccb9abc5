import { type Ref, useId } from 'react'
import { isDay } from '../../shared/form/day.ts'
import type { Text } from '../text/text.ts'
import { useText } from '../text/useText.ts'
import { type DayRemark, dayRemarks } from './answerDay.ts'
import styles from './rounds.module.css'

interface AnswerDayFieldProps {
  readonly label: string
  /** `2024-05-24`, or empty. */
  readonly value: string
  readonly onChange: (day: string) => void
  readonly today: string
  /** What is wrong with it; null when nothing is. Takes the place of the remarks. */
  readonly fault: string | null
  readonly help?: string
  readonly ref?: Ref<HTMLInputElement>
}

/** A day to answer, and how many working days that gives. */
export function AnswerDayField(props: AnswerDayFieldProps) {
  const { label, value, onChange, today, fault, help, ref } = props
  const text = useText()
  const id = useId()
  const remarks = isDay(value) && value > today ? dayRemarks(today, value) : []
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        ref={ref}
        id={id}
        type="date"
        className={styles.input}
        value={value}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-said`}
        onChange={({ target }) => onChange(target.value)}
      />
      <div id={`${id}-said`} role="status" className={styles.said}>
        {fault !== null && <p className={styles.fault}>{fault}</p>}
        {fault === null &&
          remarks.map(remark => (
            <p key={remark.is} className={remark.is === 'days' ? styles.soft : styles.warning}>
              {remarkWords(text, value, remark)}
            </p>
          ))}
        {fault === null && help !== undefined && <p className={styles.soft}>{help}</p>}
      </div>
    </div>
  )
}

function remarkWords({ consultation: words }: Text, day: string, remark: DayRemark): string {
  switch (remark.is) {
    case 'days':
      return words.dayGives(day, remark.count)
    case 'few':
      return words.dayGivesFew(day, remark.count)
    case 'freeDay':
      return words.freeDay(remark.next)
  }
}

import { useText } from '../../text/useText.ts'
import { useForm, useSectionOf } from '../FormContext.ts'
import { useSharedValue } from '../useSharedValue.ts'
import styles from './sections.module.css'

/** A line of the form that repeats the name of the insats. */
export function ComputedLineSection() {
  useSectionOf('computedLine')
  return (
    <p className={styles.repeated}>
      <InsatsName />
    </p>
  )
}

/** The name of the insats, as far as it has been given. */
export function InsatsName() {
  const text = useText().form
  const name = useSharedValue('name', 'value')
  const isOpen = useForm().open !== null
  if (typeof name === 'string' && name !== '') return <span>{name}</span>
  return <span className={styles.missing}>{isOpen ? text.unnamed : ''}</span>
}

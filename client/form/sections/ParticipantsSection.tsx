import { rootShape } from '../../../shared/document/roots.ts'
import { useText } from '../../text/useText.ts'
import { useForm, useSectionOf } from '../FormContext.ts'
import { AtomicField } from '../fields/AtomicField.tsx'
import { headcountFormat } from '../fields/format.ts'
import { ProseField } from '../fields/ProseField.tsx'
import styles from './sections.module.css'

/** Expected participants: the form's own free text, and three numbers that the checks can count with. */
export function ParticipantsSection() {
  const section = useSectionOf('participants')
  const text = useText().form
  const isOpen = useForm().open !== null
  const root = rootShape(section)
  const shape = root?.type === 'fields' ? root.fixed.perYear : undefined
  const headcount = headcountFormat(shape?.is === 'wholeNumber' ? shape.max : 0)
  return (
    <>
      <ProseField path="text" label={section.heading} labelPlace="unseen" />
      {/* The paper form has no such numbers. */}
      {isOpen && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid of its fields in all browsers
        <div className={styles.numbers} role="group" aria-label={text.participantsNumbers}>
          <AtomicField path="atATime" label={text.atATime} labelPlace="above" format={headcount} />
          <AtomicField path="perYear" label={text.perYear} labelPlace="above" format={headcount} />
          <AtomicField
            path="differentPersons"
            label={text.differentPersons}
            labelPlace="above"
            format={headcount}
          />
        </div>
      )}
    </>
  )
}

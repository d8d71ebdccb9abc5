import { useText } from '../../text/useText.ts'
import { useSectionOf } from '../FormContext.ts'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { ProseField } from '../fields/ProseField.tsx'
import styles from './sections.module.css'

/** A question answered yes or no, with a comment where the form has room for one. */
export function YesNoSection() {
  const { heading, commentLabel } = useSectionOf('yesNo')
  const text = useText().form
  return (
    <div className={styles.stack}>
      <ChoiceField path="answer" question={heading} choices={{ yes: text.yes, no: text.no }} />
      {commentLabel !== null && <ProseField path="comment" label={commentLabel} />}
    </div>
  )
}

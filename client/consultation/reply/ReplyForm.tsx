import { useMemo } from 'react'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import type { Round } from '../../../shared/http/consultation.ts'
import type { FocusOrder, OpenFields } from '../../form/FieldsContext.ts'
import { ChoiceField } from '../../form/fields/ChoiceField.tsx'
import { ProseField } from '../../form/fields/ProseField.tsx'
import { usePresses, useWrittenValues } from '../../form/useWriting.ts'
import type { LiveDocument } from '../../sync/LiveDocument.ts'
import { useText } from '../../text/useText.ts'
import { AttachmentList } from './AttachmentList.tsx'
import { RemarkList } from './RemarkList.tsx'
import { ReplyPart } from './ReplyPart.tsx'
import styles from './reply.module.css'

export interface ReplyFormProps {
  readonly applicationId: string
  readonly form: FormTemplate
  readonly round: Round
  readonly partyId: string
  readonly live: LiveDocument
  readonly personId: string
  readonly mayWrite: boolean
  readonly focusOrder: FocusOrder
}

/** The answer of a party as it is being written: by several at once, or to be read when nobody may write in it now. */
export function ReplyForm(props: ReplyFormProps) {
  const { applicationId, form, round, partyId, live, personId, mayWrite, focusOrder } = props
  const { reply: words, consultation } = useText()
  const presses = usePresses()
  const values = useWrittenValues(live, personId)
  const open = useMemo<OpenFields | null>(
    () => values && { live, values, personId, focusOrder, presses },
    [live, values, personId, focusOrder, presses],
  )
  if (open === null) return null
  const isProof = round.purpose === 'proof'
  const part = { open, mayWrite }
  const stanceWord = isProof ? words.proofStance : words.stance
  return (
    <div className={styles.form}>
      <ReplyPart root="stance" heading={stanceWord} {...part}>
        <ChoiceField
          path="stance"
          question={stanceWord}
          choices={isProof ? words.proofStances : consultation.stance}
        />
      </ReplyPart>
      <ReplyPart
        root="summary"
        heading={words.summary}
        {...(isProof ? {} : { advice: words.summaryAdvice })}
        {...part}
      >
        <ProseField path="text" label={words.summary} labelPlace="unseen" lines={3} />
      </ReplyPart>
      <ReplyPart root="remarks" heading={words.remarks} {...part}>
        <RemarkList form={form} round={round} partyId={partyId} />
      </ReplyPart>
      <ReplyPart root="attachments" heading={words.attachments} {...part}>
        <AttachmentList applicationId={applicationId} round={round.number} partyId={partyId} />
      </ReplyPart>
    </div>
  )
}

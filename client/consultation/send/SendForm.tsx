import { useId } from 'react'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import { messageMaxLength } from '../../../shared/http/consultation.ts'
import { useText } from '../../text/useText.ts'
import { AnswerDayField } from '../AnswerDayField.tsx'
import styles from '../rounds.module.css'
import { Choices } from './Choices.tsx'
import { MeanwhileFields } from './MeanwhileFields.tsx'
import { RecipientsField } from './RecipientsField.tsx'
import type { DraftFaults, RoundDraft } from './RoundDraft.ts'
import { SectionsField } from './SectionsField.tsx'
import sendStyles from './send.module.css'
import type { Filling } from './useFilling.ts'

interface SendFormProps {
  readonly id: string
  readonly form: FormTemplate
  readonly filling: Pick<Filling, 'askable' | 'today'>
  readonly draft: RoundDraft
  /** The one that is written, or proposed. */
  readonly message: string
  readonly faults: DraftFaults
  /** The server says that the day to answer has passed. */
  readonly isDayRefused: boolean
  readonly onChange: (change: Partial<RoundDraft>) => void
  readonly onSend: () => void
}

/** What there is to say of a round before it is sent. */
export function SendForm(props: SendFormProps) {
  const { id, form, draft, message, faults, isDayRefused, onChange, onSend } = props
  const { askable, today } = props.filling
  const { sendRound: words, consultation } = useText()
  const messageId = useId()
  const isAnswered = draft.purpose !== 'information'
  return (
    <form
      id={id}
      className={sendStyles.form}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        onSend()
      }}
    >
      <Choices
        legend={words.purpose}
        value={draft.purpose}
        onChange={purpose => onChange({ purpose })}
        choices={(['remarks', 'proof', 'information'] as const).map(value => ({
          value,
          word: consultation.purpose[value],
          help: words.purposeMeans[value],
        }))}
      />
      <RecipientsField
        askable={askable}
        persons={draft.persons}
        onPersons={persons => onChange({ persons })}
        isAnswered={isAnswered}
        fault={faults.recipients ? words.recipientsMissing : null}
      />
      {isAnswered && (
        <AnswerDayField
          label={words.day}
          value={draft.closesOn}
          onChange={closesOn => onChange({ closesOn })}
          today={today}
          fault={faults.closesOn || isDayRefused ? words.dayPast : null}
          help={words.dayHelp}
        />
      )}
      <SectionsField
        form={form}
        draft={draft}
        onChange={onChange}
        fault={faults.sections ? words.sectionsMissing : null}
      />
      <div className={styles.field}>
        <label htmlFor={messageId}>{words.message}</label>
        <textarea
          id={messageId}
          className={styles.input}
          rows={4}
          maxLength={messageMaxLength}
          value={message}
          onChange={({ target }) => onChange({ message: target.value })}
        />
      </div>
      {isAnswered && <MeanwhileFields draft={draft} onChange={onChange} />}
    </form>
  )
}

import { useId, useRef, useState } from 'react'
import { parseFuzzyDate } from '../../../shared/form/fuzzyDate.ts'
import { swedishDay } from '../../text/dayFormat.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './meeting.module.css'

const kinds = ['lokus', 'steering', 'strategic', 'dialogue', 'other'] as const

type Kind = (typeof kinds)[number]

interface MeetingDialogProps {
  /** `on` is a fuzzy date as it is stored. */
  readonly onAdd: (on: string, words: string) => void
  readonly onClose: () => void
}

/** Asks when a meeting was, what kind of meeting, and what was said. */
export function MeetingDialog({ onAdd, onClose }: MeetingDialogProps) {
  const { form: text, pages } = useText()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [when, setWhen] = useState(() => swedishDay(new Date()))
  const [kind, setKind] = useState<Kind>('lokus')
  /** Null as long as they are those of the kind. */
  const [written, setWritten] = useState<string | null>(null)
  const [isTried, setIsTried] = useState(false)
  const words = written ?? text.meetingLine[kind]
  const on = parseFuzzyDate(when)
  const whenFault =
    when.trim() === '' ? text.meetingWhenMissing : on === null ? text.refusal({ kind: 'notADate' }) : null
  const whatFault = words.trim() === '' ? text.meetingWhatMissing : null
  const add = () => {
    setIsTried(true)
    if (on !== null && whatFault === null) onAdd(on, words.trim())
    // What is wrong is marked at the next drawing.
    else
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  return (
    <Dialog
      title={text.addMeeting}
      closeWord={pages.cancel}
      onClose={onClose}
      actions={
        <Button look="primary" type="submit" form={id}>
          {text.meetingAdd}
        </Button>
      }
    >
      <form
        ref={form}
        id={id}
        className={styles.form}
        noValidate
        onSubmit={event => {
          event.preventDefault()
          add()
        }}
      >
        <div className={styles.field}>
          <label htmlFor={`${id}-when`}>{text.when}</label>
          <input
            id={`${id}-when`}
            type="text"
            autoComplete="off"
            value={when}
            aria-invalid={isTried && whenFault !== null}
            aria-describedby={`${id}-when-help`}
            onChange={({ target }) => setWhen(target.value)}
          />
          <p id={`${id}-when-help`} className={isTried && whenFault !== null ? styles.fault : styles.help}>
            {isTried && whenFault !== null ? whenFault : text.fuzzyDateHint}
          </p>
        </div>
        <div className={styles.field}>
          <label htmlFor={`${id}-kind`}>{text.meetingKind}</label>
          <select
            id={`${id}-kind`}
            value={kind}
            onChange={({ target }) => setKind(kinds.find(known => known === target.value) ?? 'other')}
          >
            {kinds.map(known => (
              <option key={known} value={known}>
                {text.meetingKinds[known]}
              </option>
            ))}
          </select>
        </div>
        <div className={styles.field}>
          <label htmlFor={`${id}-what`}>{text.what}</label>
          <textarea
            id={`${id}-what`}
            rows={2}
            value={words}
            aria-invalid={isTried && whatFault !== null}
            aria-describedby={isTried && whatFault !== null ? `${id}-what-fault` : undefined}
            onChange={({ target }) => setWritten(target.value.replace(/\s*\n\s*/g, ' '))}
          />
          {isTried && whatFault !== null && (
            <p id={`${id}-what-fault`} className={styles.fault}>
              {whatFault}
            </p>
          )}
        </div>
        <p className={styles.help}>{text.meetingHelp}</p>
      </form>
    </Dialog>
  )
}

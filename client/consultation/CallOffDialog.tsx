import { useId, useState } from 'react'
import { reasonMaxLength } from '../../shared/http/replies.ts'
import { changeRound } from '../http/consultation.ts'
import { FormDialog } from '../people/FormDialog.tsx'
import { useText } from '../text/useText.ts'
import { useNotices } from '../ui/notices.ts'
import type { AboutRound } from './aboutRound.ts'
import styles from './rounds.module.css'

/** Asks why a round is called off. */
export function CallOffDialog({ applicationId, round, onRound, onClose }: AboutRound) {
  const { consultation: words } = useText()
  const notices = useNotices()
  const id = useId()
  const [reason, setReason] = useState('')
  const [isTried, setIsTried] = useState(false)
  const isMissing = reason.trim() === ''
  const title = words.roundTitle(round.purpose, round.ordinal)
  const send = async () => {
    onRound(await changeRound(applicationId, round.number, { is: 'callOff', reason: reason.trim() }))
    notices.toast(words.calledOff(title))
    onClose()
  }
  return (
    <FormDialog
      title={words.callOffTitle(title)}
      sendWord={words.callOffNow}
      look="danger"
      onClose={onClose}
      isReady={!isMissing}
      onTry={() => setIsTried(true)}
      send={send}
    >
      <p>{words.callOffHelp}</p>
      <div className={styles.field}>
        <label htmlFor={id}>{words.callOffReason}</label>
        <textarea
          id={id}
          className={styles.input}
          rows={3}
          maxLength={reasonMaxLength}
          value={reason}
          aria-invalid={isTried && isMissing}
          aria-describedby={isTried && isMissing ? `${id}-fault` : undefined}
          onChange={({ target }) => setReason(target.value)}
        />
        {isTried && isMissing && (
          <p id={`${id}-fault`} className={styles.fault}>
            {words.callOffReasonMissing}
          </p>
        )}
      </div>
    </FormDialog>
  )
}

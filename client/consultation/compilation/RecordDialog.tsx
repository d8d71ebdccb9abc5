import { useId, useRef, useState } from 'react'
import type { CompiledParty } from '../../../shared/consultation/compilation.ts'
import { type Reply, reasonMaxLength } from '../../../shared/http/replies.ts'
import { recordOpposition } from '../../http/consultation.ts'
import { useSending } from '../../people/useSending.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './form.module.css'

interface RecordDialogProps {
  readonly applicationId: string
  readonly round: number
  readonly party: CompiledParty
  readonly onRecorded: (reply: Reply) => void
  readonly onClose: () => void
}

/** The owner records that a party opposes, and why the ansökan goes on all the same. */
export function RecordDialog({ applicationId, round, party, onRecorded, onClose }: RecordDialogProps) {
  const { compilation: words } = useText()
  const { isSending, fault, send } = useSending()
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const isMissing = isAsked && reason.trim() === ''
  const record = async () => {
    setAsked(true)
    if (reason.trim() === '') {
      box.current?.focus()
      return
    }
    await send(async () =>
      onRecorded(await recordOpposition(applicationId, round, party.partyId, reason.trim())),
    )
  }
  return (
    <Dialog
      title={words.recordTitle(party.name)}
      closeWord={words.cancel}
      onClose={onClose}
      actions={
        <Button look="primary" aria-disabled={isSending} onClick={() => void record()}>
          {words.recordNow}
        </Button>
      }
    >
      <div className={styles.question}>
        <p>{words.recordHelp(party.name)}</p>
        <div className={styles.field}>
          <label htmlFor={id}>{words.recordReason}</label>
          <textarea
            ref={box}
            id={id}
            rows={4}
            maxLength={reasonMaxLength}
            value={reason}
            required
            aria-invalid={isMissing}
            aria-describedby={`${id}-fault`}
            onChange={({ target }) => setReason(target.value)}
          />
          <p id={`${id}-fault`} className={styles.fault}>
            {isMissing ? words.recordMissing : ''}
          </p>
        </div>
        {fault !== null && (
          <p role="alert" className={styles.fault}>
            {fault}
          </p>
        )}
      </div>
    </Dialog>
  )
}

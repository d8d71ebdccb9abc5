import { useId, useRef, useState } from 'react'
import { reasonMaxLength } from '../../../shared/http/replies.ts'
import { liftOpposition } from '../../http/consultation.ts'
import { useSending } from '../../people/useSending.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './reply.module.css'

interface LiftDialogProps {
  readonly applicationId: string
  readonly round: number
  readonly onLifted: () => void
  readonly onClose: () => void
}

/** My party does not oppose any more, and says why. */
export function LiftDialog({ applicationId, round, onLifted, onClose }: LiftDialogProps) {
  const { reply: words } = useText()
  const { isSending, fault, send } = useSending()
  const [reason, setReason] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const isMissing = isAsked && reason.trim() === ''
  const lift = async () => {
    setIsAsked(true)
    if (reason.trim() === '') {
      box.current?.focus()
      return
    }
    if (await send(async () => void (await liftOpposition(applicationId, round, reason.trim())))) onLifted()
  }
  return (
    <Dialog
      title={words.liftTitle}
      closeWord={words.cancel}
      onClose={onClose}
      actions={
        <Button look="primary" aria-disabled={isSending} onClick={() => void lift()}>
          {words.lift}
        </Button>
      }
    >
      <div className={styles.look}>
        <p>{words.liftHelp}</p>
        <div className={styles.reason}>
          <label htmlFor={id}>{words.liftReason}</label>
          <textarea
            ref={box}
            id={id}
            rows={3}
            maxLength={reasonMaxLength}
            value={reason}
            aria-invalid={isMissing}
            aria-describedby={`${id}-fault`}
            onChange={({ target }) => setReason(target.value)}
          />
          <p id={`${id}-fault`} className={styles.fault}>
            {isMissing ? words.liftMissing : ''}
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

import { useState } from 'react'
import type { ReplyContent } from '../../../shared/consultation/readReply.ts'
import type { Round } from '../../../shared/http/consultation.ts'
import type { Reply } from '../../../shared/http/replies.ts'
import { sendReply } from '../../http/consultation.ts'
import { useSending } from '../../people/useSending.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { StatusLine } from '../../ui/StatusLine.tsx'
import styles from './reply.module.css'
import { stanceWords } from './stanceWords.ts'

interface SendReplyProps {
  readonly applicationId: string
  readonly round: Round
  /** What the draft says now; others may still write in it. */
  readonly content: ReplyContent
  /** Number of the answer that this one takes the place of; 0 for none. */
  readonly replaces: number
  /** Resolves when the server has all that I have written; rejects when it does not get it. */
  readonly allSaved: () => Promise<void>
  readonly onSent: (reply: Reply) => void
  /** It was refused: the round, or the answer, may be another by now. */
  readonly onRefused: () => void
  readonly onClose: () => void
}

/** A last look at an answer before it is sent: what it says in short, and who will see it when. */
export function SendReply(props: SendReplyProps) {
  const { applicationId, round, content, replaces, allSaved, onSent, onRefused, onClose } = props
  const text = useText()
  const { reply: words } = text
  const { isSending, fault, send } = useSending()
  const [isWaiting, setIsWaiting] = useState(false)
  const { stance, summary, remarks, attachments } = content

  const sendNow = async () => {
    let sent: Reply | null = null
    const isDone = await send(async () => {
      setIsWaiting(true)
      try {
        await allSaved()
      } finally {
        setIsWaiting(false)
      }
      sent = await sendReply(applicationId, round.number, replaces)
    })
    if (isDone && sent !== null) onSent(sent)
    else if (!isDone) onRefused()
  }

  return (
    <Dialog
      title={words.lastLook}
      closeWord={words.cancel}
      onClose={onClose}
      actions={
        <Button look="primary" aria-disabled={isSending} onClick={() => void sendNow()}>
          {words.sendNow}
        </Button>
      }
    >
      <div className={styles.look}>
        <p>{replaces === 0 ? words.lastLookHelp : words.replaceHelp}</p>
        <p className={styles.stance}>{stance && stanceWords(text, round.purpose, stance)}</p>
        <p className={styles.beginning}>{summary.trim() === '' ? words.noSummary : summary}</p>
        <p>{words.counts(remarks.length, attachments.length)}</p>
        <p>{words.whoSees[round.repliesAreSeen]}</p>
        {remarks.some(({ threadId }) => threadId !== null) && <p>{words.commentsFollow}</p>}
        <StatusLine>{isWaiting ? words.waits : isSending ? words.sending : ''}</StatusLine>
        {fault !== null && (
          <p role="alert" className={styles.fault}>
            {fault}
          </p>
        )}
      </div>
    </Dialog>
  )
}

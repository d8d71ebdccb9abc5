import { useRef, useState } from 'react'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import type { Round } from '../../../shared/http/consultation.ts'
import type { Reply } from '../../../shared/http/replies.ts'
import { reopenReply } from '../../http/consultation.ts'
import { useSending } from '../../people/useSending.ts'
import { personName } from '../../text/personName.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useNotices } from '../../ui/notices.ts'
import { goToHeading } from './goToHeading.ts'
import { LiftDialog } from './LiftDialog.tsx'
import { printOnly } from './printOnly.ts'
import { ReplySheet } from './ReplySheet.tsx'
import styles from './reply.module.css'
import sentStyles from './sent.module.css'

interface SentReplyProps {
  readonly applicationId: string
  readonly form: FormTemplate
  readonly round: Round
  readonly partyName: string
  /** The answer that holds. */
  readonly reply: Reply
  /** Those that it has taken the place of, newest first. */
  readonly older: readonly Reply[]
  readonly onChanged: () => Promise<void>
}

/** What my party has answered: the receipt, the answer, and what can be done about it. */
export function SentReply(props: SentReplyProps) {
  const { applicationId, form, round, partyName, reply, older, onChanged } = props
  const text = useText()
  const { reply: words, consultation } = text
  const notices = useNotices()
  const [asking, setAsking] = useState<'replace' | 'lift' | null>(null)
  const printed = useRef<HTMLElement>(null)
  const { mayReplace = false, mayLift = false } = round.mine ?? {}
  const done = async (said?: string) => {
    setAsking(null)
    if (said !== undefined) notices.toast(said)
    await onChanged()
    goToHeading(said === undefined ? 'stance-heading' : 'reply-sent')
  }
  return (
    <section className={sentStyles.sent} aria-labelledby="reply-sent">
      <article ref={printed} aria-labelledby="reply-sent">
        <h3 id="reply-sent" tabIndex={-1}>
          {words.sentTitle(partyName)}
        </h3>
        <div className={sentStyles.receipt}>
          <p>
            <strong>{words.receiptTitle}.</strong>{' '}
            {words.receiptOf(consultation.roundTitle(round.purpose, round.ordinal), round.version.label)}{' '}
            {words.receipt(reply.sentAt, personName(text, reply.sentBy))} {words.receiptNumber(reply.number)}
          </p>
          <p className={sentStyles.mark} title={words.receiptHelp}>
            {words.receiptMark}: <code>{reply.hash}</code>
          </p>
        </div>
        <ReplySheet applicationId={applicationId} form={form} round={round} reply={reply} />
      </article>
      <div className={styles.tools}>
        {mayReplace && <Button onClick={() => setAsking('replace')}>{words.replace}</Button>}
        {mayLift && <Button onClick={() => setAsking('lift')}>{words.lift}</Button>}
        <Button look="quiet" onClick={() => printed.current && printOnly(printed.current)}>
          {words.print}
        </Button>
      </div>
      {older.length > 0 && (
        <details className={sentStyles.older}>
          <summary>{words.older(older.length)}</summary>
          {older.map(one => (
            <article key={one.number}>
              <h4>{words.olderOne(one.number, one.replacedAt ?? one.sentAt)}</h4>
              <p className={styles.soft}>{words.receipt(one.sentAt, personName(text, one.sentBy))}</p>
              <ReplySheet applicationId={applicationId} form={form} round={round} reply={one} />
            </article>
          ))}
        </details>
      )}
      {asking === 'replace' && (
        <ReplaceDialog
          applicationId={applicationId}
          round={round}
          onOpened={() => void done()}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'lift' && (
        <LiftDialog
          applicationId={applicationId}
          round={round.number}
          onLifted={() => void done(words.lifted)}
          onClose={() => setAsking(null)}
        />
      )}
    </section>
  )
}

interface ReplaceDialogProps {
  readonly applicationId: string
  readonly round: Round
  readonly onOpened: () => void
  readonly onClose: () => void
}

function ReplaceDialog({ applicationId, round, onOpened, onClose }: ReplaceDialogProps) {
  const { reply: words } = useText()
  const { isSending, fault, send } = useSending()
  const reopen = async () => {
    if (await send(async () => await reopenReply(applicationId, round.number))) onOpened()
  }
  return (
    <Dialog
      title={words.replaceTitle}
      closeWord={words.cancel}
      onClose={onClose}
      actions={
        <Button look="primary" aria-disabled={isSending} onClick={() => void reopen()}>
          {words.replaceNow}
        </Button>
      }
    >
      <p>{words.replaceQuestion(round.closesOn)}</p>
      {fault !== null && (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
    </Dialog>
  )
}

import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import type { AccessAnswer } from '../../../shared/http/access.ts'
import type { Round } from '../../../shared/http/consultation.ts'
import type { Me } from '../../../shared/http/session.ts'
import type { Standing } from '../../../shared/people/may.ts'
import { CallFailed } from '../../http/call.ts'
import { sendRound } from '../../http/consultation.ts'
import { useSending } from '../../people/useSending.ts'
import { problemWords } from '../../text/problemWords.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { roundAddress } from '../roundAddress.ts'
import styles from '../rounds.module.css'
import { Receipt } from './Receipt.tsx'
import { type RoundDraft, wantedRound } from './RoundDraft.ts'
import { SendForm } from './SendForm.tsx'
import sendStyles from './send.module.css'
import { outcomeWords, proposedMessage } from './sendWords.ts'
import { useFilling } from './useFilling.ts'

export interface SendDialogProps {
  readonly applicationId: string
  readonly form: FormTemplate
  /** What the insats is called. */
  readonly name: string
  readonly me: Me
  readonly standing: Standing
  /** Null until it has come. */
  readonly access: AccessAnswer | null
  readonly reloadAccess: () => Promise<void>
  /** Of the round that it will be. */
  readonly number: number
  /** Resolves when the server has all that I have written; rejects when it does not get it. */
  readonly allSaved: () => Promise<void>
  readonly onSent: (round: Round) => void
  readonly onClose: () => void
}

/** *Skicka på remiss*: asks what is sent to whom, until when; then says what has been sent. */
export function SendDialog(props: SendDialogProps) {
  const { applicationId, form, name, reloadAccess, number, allSaved, onSent, onClose } = props
  const text = useText()
  const { sendRound: words, consultation, pages } = text
  const formId = useId()
  const frame = useRef<HTMLDivElement>(null)
  const sending = useSending()
  const filling = useFilling(props)
  const { draft, askable, faults, change } = filling
  const [isTried, setIsTried] = useState(false)
  const [loadFault, setLoadFault] = useState<unknown>(null)
  /** Why the server has refused it, as long as it is the same. */
  const [refused, setRefused] = useState<CallFailed['kind'] | null>(null)
  const [sent, setSent] = useState<Round | null>(null)
  useEffect(() => {
    reloadAccess().catch(setLoadFault)
  }, [reloadAccess])

  const trySend = async (filled: RoundDraft, message: string) => {
    setIsTried(true)
    setRefused(null)
    if (Object.keys(faults).length > 0) {
      // What is wrong is marked at the next drawing.
      requestAnimationFrame(() => frame.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    // Kept as it is sent, with its id, also when nobody has changed what was proposed.
    change({ message })
    let round: Round | null = null
    await sending.send(async () => {
      try {
        await allSaved()
        round = await sendRound(applicationId, wantedRound(filled, askable, form, message))
      } catch (problem) {
        if (problem instanceof CallFailed) setRefused(problem.kind)
        // Whoever is chosen may have lost her access. Without contact it stays as it was.
        await reloadAccess().catch(() => {})
        throw problem
      }
    })
    if (round === null) return
    filling.done()
    setSent(round)
    onSent(round)
  }

  if (sent !== null) {
    const title = consultation.roundTitle(sent.purpose, sent.ordinal)
    return dialog(
      words.sent(title),
      pages.close,
      <Link className={sendStyles.toRound ?? ''} href={roundAddress(applicationId, sent.number)}>
        {words.toRound(title)}
      </Link>,
      <Receipt round={sent} />,
    )
  }
  if (draft === null) {
    const said = loadFault === null ? words.loading : problemWords(text, loadFault)
    return dialog(words.title, pages.cancel, null, <p role="status">{said}</p>)
  }
  const message = draft.message ?? proposedMessage(text, draft, form, name)
  return dialog(
    words.title,
    pages.cancel,
    <>
      <Button look="primary" type="submit" form={formId} aria-disabled={sending.isSending}>
        {sending.isSending ? words.sending : words.send}
      </Button>
      <div className={sendStyles.outcome}>
        <p role="status">{outcomeWords(text, draft, askable, form, number)}</p>
        {sending.fault !== null && (
          <p role="alert" className={styles.fault}>
            {refused === 'unknownMember' ? words.memberGone : sending.fault}{' '}
            {refused === 'noContact' && words.notTwice}
          </p>
        )}
      </div>
    </>,
    <>
      {filling.isKept && (
        <p className={sendStyles.kept}>
          {words.kept}{' '}
          <Button
            look="quiet"
            onClick={() => {
              filling.beginAnew()
              setIsTried(false)
              setRefused(null)
            }}
          >
            {words.beginAnew}
          </Button>
        </p>
      )}
      <SendForm
        id={formId}
        form={form}
        filling={filling}
        draft={draft}
        message={message}
        faults={isTried ? faults : {}}
        isDayRefused={refused === 'dayPassed'}
        onChange={changed => {
          setRefused(null)
          change(changed)
        }}
        onSend={() => void trySend(draft, message)}
      />
    </>,
  )

  /** One and the same, so that it knows whom focus goes back to. */
  function dialog(title: string, closeWord: string, actions: ReactNode, within: ReactNode) {
    return (
      <Dialog title={title} closeWord={closeWord} place="large" onClose={onClose} actions={actions}>
        <div ref={frame}>{within}</div>
      </Dialog>
    )
  }
}

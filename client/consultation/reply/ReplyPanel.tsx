import { useEffect, useState } from 'react'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import type { Round } from '../../../shared/http/consultation.ts'
import { useAccess } from '../../access/useAccess.ts'
import { beginReply } from '../../http/consultation.ts'
import { useMe } from '../../pages/SessionContext.ts'
import { useSending } from '../../people/useSending.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { goToHeading } from './goToHeading.ts'
import { OpenReply } from './OpenReply.tsx'
import { overWords } from './overWords.ts'
import styles from './reply.module.css'
import { SentReply } from './SentReply.tsx'
import sentStyles from './sent.module.css'
import { useOwnReplies } from './useOwnReplies.ts'

export interface ReplyPanelProps {
  readonly applicationId: string
  readonly form: FormTemplate
  readonly round: Round
  /** The round may be another by now: resolves when it is known anew. */
  readonly onRoundChanged: () => Promise<void>
}

/** My party's answer in a round: to be written together, sent, read, and replaced. Nothing where none is asked of it. */
export function ReplyPanel(props: ReplyPanelProps) {
  const { round } = props
  if (round.mine === null || round.purpose === 'information') return null
  return <AskedPanel {...props} mine={round.mine} />
}

interface AskedPanelProps extends ReplyPanelProps {
  readonly mine: NonNullable<Round['mine']>
}

function AskedPanel({ applicationId, form, round, mine, onRoundChanged }: AskedPanelProps) {
  const text = useText()
  const { reply: words } = text
  const me = useMe()
  const { access, reload } = useAccess(applicationId)
  useEffect(() => {
    // Without an answer it is not known who can send, and the server says so to whoever tries.
    reload().catch(() => {})
  }, [reload])
  const { replies, fault, look } = useOwnReplies(applicationId, round, mine.partyId)
  const { fault: beginFault, isSending, send } = useSending()
  // Whoever may not see it any more keeps in view what had not been saved.
  const [known, setKnown] = useState<string | null>(null)
  if (mine.draftId !== null && mine.draftId !== known) setKnown(mine.draftId)
  const draftId = mine.draftId ?? known
  const partyName =
    round.recipients.find(({ partyId }) => partyId === mine.partyId)?.partyName ?? me.party.name
  const leads = (access?.members ?? [])
    .filter(({ partyId, role, isActive }) => partyId === mine.partyId && role === 'partyLead' && isActive)
    .map(({ name }) => name)
  const onChanged = async () => {
    await Promise.all([look(), onRoundChanged()])
  }
  const begin = async () => {
    const isDone = await send(async () => setKnown(await beginReply(applicationId, round.number)))
    if (isDone) goToHeading('stance-heading')
    await onRoundChanged()
  }

  const [holds, ...older] = replies ?? []
  const about = { applicationId, form, round, partyName }
  const sent = holds && <SentReply {...about} reply={holds} older={older} onChanged={onChanged} />
  const over = overWords(text, round, { hasDraft: draftId !== null, hasReplied: holds !== undefined })
  return (
    <section className={styles.panel} aria-labelledby="reply-title" data-reply="">
      <h2 id="reply-title" tabIndex={-1}>
        {words.title(partyName)}
      </h2>
      <div role="status" className={styles.heard}>
        {over !== null && <p className={styles.notice}>{over}</p>}
      </div>
      {(fault ?? beginFault) !== null && (
        <p role="alert" className={styles.fault}>
          {fault ?? beginFault}
        </p>
      )}
      {draftId !== null ? (
        <OpenReply
          key={draftId}
          {...about}
          draftId={draftId}
          mine={mine}
          leads={leads}
          replies={replies}
          onChanged={onChanged}
        />
      ) : (
        mine.mayDraft && (
          <>
            <p>{words.nothingYet}</p>
            <p className={styles.soft}>{words.lead}</p>
            <div className={styles.tools}>
              <Button look="primary" aria-disabled={isSending} onClick={() => void begin()}>
                {words.begin}
              </Button>
            </div>
          </>
        )
      )}
      {holds &&
        (mine.mayDraft ? (
          <details className={sentStyles.older}>
            <summary>{words.holdsMeanwhile}</summary>
            {sent}
          </details>
        ) : (
          sent
        ))}
    </section>
  )
}

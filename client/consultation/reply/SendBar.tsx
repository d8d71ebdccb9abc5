import { useRef, useState } from 'react'
import type { Round } from '../../../shared/http/consultation.ts'
import type { Reply } from '../../../shared/http/replies.ts'
import type { LiveDocument } from '../../sync/LiveDocument.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './reply.module.css'
import { type Lack, lacksOf } from './replyDraft.ts'
import { SendReply } from './SendReply.tsx'
import { useReplyDraft } from './useReplyDraft.ts'

interface SendBarProps {
  readonly applicationId: string
  readonly round: Round
  readonly live: LiveDocument
  /** Number of the answer that holds; 0 while there is none. */
  readonly replaces: number
  /** Names of those of my party who may send it. */
  readonly leads: readonly string[]
  readonly partyName: string
  readonly allSaved: () => Promise<void>
  readonly onSent: (reply: Reply) => void
  readonly onRefused: () => void
}

/** Below the answer: what it lacks, and the button that sends it; for the others, who has that. */
export function SendBar(props: SendBarProps) {
  const { applicationId, round, live, replaces, leads, partyName, allSaved, onSent, onRefused } = props
  const { reply: words } = useText()
  const { content, emptyRemarks } = useReplyDraft(live.doc)
  const [isLooking, setIsLooking] = useState(false)
  const lacksBox = useRef<HTMLDivElement>(null)
  const lacks = lacksOf(content)
  const maySend = round.mine?.maySend ?? false
  const lackWords = (is: Lack['is']) =>
    ({ ...words.lacks, ...(round.purpose === 'proof' ? words.proofLacks : {}) })[is]

  return (
    <div className={styles.send}>
      {(lacks.length > 0 || emptyRemarks > 0) && (
        <div ref={lacksBox} className={styles.lacks} tabIndex={-1}>
          {lacks.length > 0 && (
            <>
              <p>{words.lacking}</p>
              <ul>
                {lacks.map(({ is, root }) => (
                  <li key={is}>
                    {lackWords(is)}{' '}
                    <Button look="quiet" onClick={() => goTo(root)} aria-label={words.goTo(lackWords(is))}>
                      {words.goThere}
                    </Button>
                  </li>
                ))}
              </ul>
            </>
          )}
          {emptyRemarks > 0 && <p>{words.emptyRemarks(emptyRemarks)}</p>}
        </div>
      )}
      {maySend ? (
        <Button
          look="primary"
          aria-disabled={lacks.length > 0 || undefined}
          onClick={() => {
            if (lacks.length === 0) setIsLooking(true)
            else lacksBox.current?.focus()
          }}
        >
          {replaces === 0 ? words.send : words.sendAgain}
        </Button>
      ) : (
        <p>
          {leads.length === 0
            ? words.nobodySends(partyName)
            : leads.length === 1
              ? words.sentByLead(leads.join())
              : words.sentByLeads(words.list(leads))}
        </p>
      )}
      {isLooking && (
        <SendReply
          applicationId={applicationId}
          round={round}
          content={content}
          replaces={replaces}
          allSaved={allSaved}
          onSent={reply => {
            setIsLooking(false)
            onSent(reply)
          }}
          onRefused={onRefused}
          onClose={() => setIsLooking(false)}
        />
      )}
    </div>
  )
}

/** To the first thing that can be written in there. */
function goTo(root: Lack['root']): void {
  const heading = document.getElementById(`${root}-heading`)
  const field = heading?.parentElement?.querySelector<HTMLElement>('input, textarea, button')
  ;(field ?? heading)?.focus()
}

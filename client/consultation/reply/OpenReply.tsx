import { useMemo, useRef, useSyncExternalStore } from 'react'
import { replyRoots } from '../../../shared/consultation/replyDocument.ts'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import type { Round } from '../../../shared/http/consultation.ts'
import type { Reply } from '../../../shared/http/replies.ts'
import { RescuedTexts } from '../../pages/RescuedTexts.tsx'
import { useMe } from '../../pages/SessionContext.ts'
import { useOpenDocument } from '../../pages/useOpenDocument.ts'
import type { RescuedList } from '../../pages/useRescued.ts'
import type { OpenDocument } from '../../sync/OpenDocument.ts'
import { isShutOut } from '../../sync/savedState.ts'
import { useText } from '../../text/useText.ts'
import { StatusLine } from '../../ui/StatusLine.tsx'
import { partName } from './partName.ts'
import styles from './reply.module.css'
import { SentMeanwhile } from './SentMeanwhile.tsx'
import { useReplySurroundings } from './useReplySurroundings.ts'
import { useWritingOn } from './useWritingOn.ts'
import { WrittenReply } from './WrittenReply.tsx'

export interface OpenReplyProps {
  readonly applicationId: string
  readonly form: FormTemplate
  readonly round: Round
  readonly partyName: string
  readonly draftId: string
  readonly mine: NonNullable<Round['mine']>
  /** Names of those of my party who may send. */
  readonly leads: readonly string[]
  /** What my party has sent, newest first; null until it is known. */
  readonly replies: readonly Reply[] | null
  /** The round, or what has been sent, may be another by now: resolves when that is known anew. */
  readonly onChanged: () => Promise<void>
}

/**
 * The draft of my party's answer, open for as long as the page is: also when the answer has been sent, since what a
 * colleague typed at that moment is then being saved aside.
 */
export function OpenReply(props: OpenReplyProps) {
  const { form, draftId, mine, onChanged } = props
  const me = useMe()
  const [surroundings, refusals] = useReplySurroundings(form, mine, onChanged)
  const { document, ...list } = useOpenDocument(
    useMemo(() => ({ id: draftId, roots: replyRoots, application: null }), [draftId]),
    me,
    surroundings,
  )
  const isWritten = useWritingOn(mine.mayDraft)
  const sentByMe = useRef<number | null>(null)
  return (
    <>
      <SentMeanwhile {...props} sentByMe={sentByMe} />
      {document && (
        <WithDocument
          {...props}
          document={document}
          list={list}
          refusals={refusals}
          isWritten={isWritten}
          sentByMe={sentByMe}
        />
      )}
    </>
  )
}

export interface WithDocumentProps extends OpenReplyProps {
  readonly document: OpenDocument
  readonly list: RescuedList
  readonly refusals: number
  /** It is shown to be written in. */
  readonly isWritten: boolean
  /** Number of the answer that I have sent myself, which I need not be told of. */
  readonly sentByMe: { current: number | null }
}

function WithDocument(props: WithDocumentProps) {
  const { document, list, refusals, mine, replies, round, isWritten } = props
  const text = useText()
  const { reply: words } = text
  const loaded = useSyncExternalStore(document.subscribe, () => document.loaded)
  const isShut = useSyncExternalStore(document.subscribe, () => isShutOut(document.saved))
  const isSent = (replies?.length ?? 0) > 0
  // What has been sent stands below, as it was sent.
  const isShown = loaded && (isWritten || !isSent) && !(isShut && round.over === null)
  return (
    <>
      <RescuedTexts
        live={document}
        nameOf={root => partName(text, root)}
        list={list}
        mayWriteIn={() => mine.mayDraft}
        refusals={refusals}
      />
      {!loaded && !isShut && <StatusLine>{words.loading}</StatusLine>}
      {isShut && round.over === null && <p className={styles.notice}>{words.mayNotDraft}</p>}
      {isShown && <WrittenReply {...props} />}
    </>
  )
}

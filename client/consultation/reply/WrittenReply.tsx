import { presentPerson } from '../../../shared/people/presentPerson.ts'
import { editorPage } from '../../editor/editorPage.ts'
import { useUndoState } from '../../editor/useUndoState.ts'
import { inTime } from '../../pages/inTime.ts'
import { PeopleHere } from '../../pages/PeopleHere.tsx'
import { SavedStatus } from '../../pages/SavedStatus.tsx'
import { useMe } from '../../pages/SessionContext.ts'
import { useSaveKey } from '../../pages/useSaveKey.ts'
import { useStillHere } from '../../pages/useStillHere.ts'
import type { OpenDocument } from '../../sync/OpenDocument.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { useNotices } from '../../ui/notices.ts'
import { goToHeading } from './goToHeading.ts'
import type { WithDocumentProps } from './OpenReply.tsx'
import { partName } from './partName.ts'
import { ReplyForm } from './ReplyForm.tsx'
import styles from './reply.module.css'
import { SendBar } from './SendBar.tsx'

/** The draft on the page: where its words are, who is here, the answer, and how it is sent. */
export function WrittenReply(props: WithDocumentProps) {
  const {
    applicationId,
    form,
    round,
    partyName,
    mine,
    leads,
    replies,
    document,
    onChanged,
    isWritten,
    sentByMe,
  } = props
  const text = useText()
  const { reply: words } = text
  const notices = useNotices()
  const me = useMe()
  const isReplacing = (replies?.length ?? 0) > 0
  useStillHere(document)
  return (
    <>
      {isWritten && (
        <div className={styles.bar}>
          <SavedStatus document={document} />
          <PeopleHere live={document} nameOf={root => partName(text, root)} me={presentPerson(me)} />
          <UndoButtons document={document} />
        </div>
      )}
      {isWritten && <p className={styles.soft}>{isReplacing ? words.replacing : words.lead}</p>}
      <ReplyForm
        applicationId={applicationId}
        form={form}
        round={round}
        partyId={mine.partyId}
        live={document}
        personId={me.person.id}
        mayWrite={isWritten}
        focusOrder={editorPage(document).focus}
      />
      {isWritten && (
        <SendBar
          applicationId={applicationId}
          round={round}
          live={document}
          replaces={replies?.[0]?.number ?? 0}
          leads={leads}
          partyName={partyName}
          allSaved={() => inTime(document.allSaved())}
          onSent={({ number }) => {
            sentByMe.current = number
            notices.toast(words.isSent)
            void onChanged().then(() => goToHeading('reply-sent'))
          }}
          onRefused={() => void onChanged()}
        />
      )}
    </>
  )
}

function UndoButtons({ document }: { readonly document: OpenDocument }) {
  const { reply: words } = useText()
  const { canUndo, canRedo } = useUndoState(document)
  useSaveKey(document)
  return (
    <div className={styles.undo}>
      <Button look="quiet" aria-disabled={!canUndo} onClick={() => document.undo.undo()}>
        {words.undo}
      </Button>
      <Button look="quiet" aria-disabled={!canRedo} onClick={() => document.undo.redo()}>
        {words.redo}
      </Button>
    </div>
  )
}

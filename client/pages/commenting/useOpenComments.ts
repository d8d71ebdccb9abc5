import { useEffect, useRef, useState } from 'react'
import type { Who } from '../../../shared/http/comments.ts'
import { may } from '../../../shared/people/may.ts'
import { type OpenedComments, openComments } from '../../comment/openComments.ts'
import { browserStorage } from '../../form/browserStorage.ts'
import { CallFailed } from '../../http/call.ts'
import { whenLeaving } from '../../sync/leaving.ts'
import type { OpenDocument } from '../../sync/OpenDocument.ts'
import { problemWords } from '../../text/problemWords.ts'
import { useText } from '../../text/useText.ts'
import { useNotices } from '../../ui/notices.ts'
import { useMe, useSession } from '../SessionContext.ts'
import type { MyRights } from '../useMyRights.ts'

export interface CommentsOfPage extends OpenedComments {
  readonly who: Who
  /** There may be something new: a notice has come, or there is contact again. */
  readonly look: () => void
}

/**
 * The comments of the ansökan, or the round of it, that the page shows, for as long as it does, however often its text is
 * opened anew.
 */
export function useOpenComments(
  { application, standing }: MyRights,
  round: number | null = null,
): CommentsOfPage {
  const me = useMe()
  const isGuest = useSession()?.session.isGuest ?? false
  const text = useText()
  const notices = useNotices()
  const mayRead = may(standing, 'readComments')
  const current = useRef({ text, notices, mayRead })
  current.current = { text, notices, mayRead }
  // Opened once: the page is another for another ansökan or person.
  const [opened] = useState<CommentsOfPage>(() => {
    const { id: personId, name, title } = me.person
    const who: Who = { personId, name, title, partyId: me.party.id, isGuest }
    const onPage = openComments(application.id, round, who, browserStorage(), kind =>
      current.current.notices.toast(problemWords(current.current.text, new CallFailed(kind))),
    )
    return {
      ...onPage,
      who,
      look: () => {
        if (current.current.mayRead) onPage.comments.look()
      },
    }
  })
  useEffect(() => {
    const stop = whenLeaving(() => opened.leave())
    return () => {
      stop()
      opened.close()
    }
  }, [opened])
  useEffect(() => {
    if (mayRead) opened.look()
  }, [opened, mayRead])
  return opened
}

/** What is about words waits until the server has them. */
export function useAttached({ comments }: OpenedComments, document: OpenDocument): void {
  useEffect(() => {
    comments.attach(document)
    return () => comments.attach(null)
  }, [comments, document])
}

import type { Thread, Who } from '../../shared/http/comments.ts'
import type { CallFailed } from '../http/call.ts'
import {
  answerThread,
  changeThread,
  deletePost,
  editPost,
  readComments,
  startThread,
} from '../http/comments.ts'
import type { Act } from './acts.ts'
import { type CommentServer, Comments } from './Comments.ts'
import { Desk } from './Desk.ts'
import { Drafts } from './Drafts.ts'
import { KeptComments } from './KeptComments.ts'

/** The comments of one ansökan, open for one person acting for one party. */
export interface OpenedComments {
  readonly comments: Comments
  readonly desk: Desk
  readonly drafts: Drafts
  /** She has gone out: nothing is sent or kept any more. */
  leave(): void
  close(): void
}

export function openComments(
  applicationId: string,
  me: Who,
  storage: Storage | null,
  onRefused: (kind: CallFailed['kind']) => void,
): OpenedComments {
  const kept = new KeptComments(storage, `${me.personId}@${me.partyId}`, applicationId)
  const comments = new Comments({
    me,
    server: serverOf(applicationId),
    kept,
    now: () => new Date(),
    onRefused,
  })
  const desk = new Desk(comments, me)
  const onStorage = ({ key }: StorageEvent) => {
    if (kept.holdsAct(key)) comments.readAgain()
  }
  addEventListener('storage', onStorage)
  const close = () => {
    removeEventListener('storage', onStorage)
    comments.close()
    desk.close()
  }
  const leave = () => {
    kept.close()
    close()
  }
  return { comments, desk, drafts: new Drafts(kept), leave, close }
}

function serverOf(id: string): CommentServer {
  return {
    read: since => readComments(id, since),
    send: act => send(id, act),
  }
}

async function send(id: string, act: Act): Promise<Thread> {
  switch (act.is) {
    case 'start':
      return await startThread(id, act.thread)
    case 'answer':
      return await answerThread(id, act.threadId, act.post)
    case 'edit':
      return await editPost(id, act.threadId, act.postId, act.text)
    case 'delete':
      return await deletePost(id, act.threadId, act.postId)
    case 'change':
      return await changeThread(id, act.threadId, act.change)
  }
}

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

/** `round`: only those made in that round, on the version that was sent; null for all, beside today's text. */
export function openComments(
  applicationId: string,
  round: number | null,
  me: Who,
  storage: Storage | null,
  onRefused: (kind: CallFailed['kind']) => void,
): OpenedComments {
  const place = round === null ? applicationId : `${applicationId}.round${round}`
  const kept = new KeptComments(storage, `${me.personId}@${me.partyId}`, place)
  const comments = new Comments({
    me,
    server: serverOf(applicationId, round),
    kept,
    now: () => new Date(),
    onRefused,
  })
  const desk = new Desk(comments, me, round === null ? 'marks' : 'words')
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

function serverOf(id: string, round: number | null): CommentServer {
  return {
    read: async since => {
      const answer = await readComments(id, since)
      if (round === null) return answer
      return { ...answer, threads: answer.threads.filter(thread => thread.round === round) }
    },
    send: act => send(id, act),
  }
}

async function send(id: string, act: Act): Promise<Thread> {
  switch (act.is) {
    case 'start':
      return await startThread(id, act.thread)
    case 'answer':
      return await answerThread(id, act.threadId, { ...act.post, isInternal: act.isInternal })
    case 'edit':
      return await editPost(id, act.threadId, act.postId, { text: act.text, isInternal: act.isInternal })
    case 'delete':
      return await deletePost(id, act.threadId, act.postId)
    case 'change':
      return await changeThread(id, act.threadId, act.change)
  }
}

import type { CommentEvent } from '../../../server/comment/CommentEvent.ts'
import type { KeptThread } from '../../../server/comment/commentsFile.ts'
import { letterIdOf } from '../../../server/notice/noticeIds.ts'
import type { KeptNotice } from '../../../server/notice/noticesFile.ts'

export const at = '2026-11-22T09:00:00.000Z'
export const applicationId = 'a1b2c3d4e5f60718'

/** A post of somebody's, `anna@heby`, in a thread. */
export function post(by: string, id = `post${by.length}00000000`): KeptThread['posts'][number] {
  return { id, by, at, text: 'Ord.', editedAt: null, deletedAt: null }
}

export function thread(changed: Partial<KeptThread> = {}): KeptThread {
  return {
    id: 'thread000000',
    place: { is: 'section', section: 'background' },
    unmarked: null,
    internalTo: null,
    round: null,
    isMaterial: false,
    assignee: null,
    resolved: null,
    released: null,
    posts: [post('anna@heby', 'first0000000')],
    ...changed,
  }
}

/** Anna has begun a thread, unless something else is said. */
export function event(changed: Partial<CommentEvent> = {}): CommentEvent {
  return {
    id: 'event',
    kind: 'started',
    threadId: 'thread000000',
    postId: 'first0000000',
    by: 'anna@heby',
    at,
    mentioned: [],
    assignee: null,
    ...changed,
  }
}

/** A notice with an id of its own that is to be told at once, unless something else is said. */
export function notice(number: number, changed: Partial<KeptNotice> = {}): KeptNotice {
  const id = number.toString(16).padStart(24, '0')
  const kind = changed.kind ?? 'mentioned'
  return {
    ...{
      id,
      kind,
      applicationId,
      threadId: 'thread000000',
      postId: 'first0000000',
      isReopened: false,
      round: null,
    },
    ...{ by: 'anna@heby', at, isRead: false, isShown: true, letter: letterIdOf({ id, kind }) },
    ...changed,
  }
}

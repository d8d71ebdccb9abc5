import { randomBytes } from 'node:crypto'
import { isSameMention, mentionsIn } from '../../shared/comment/mentions.ts'
import type { ChangeThread } from '../../shared/http/comments.ts'
import type { CommentEvent } from './CommentEvent.ts'
import type { KeptPost, KeptThread } from './commentsFile.ts'

/** A thread has been begun. */
export function eventOfStart(thread: KeptThread, post: KeptPost): CommentEvent {
  return {
    ...eventOf('started', thread.id, post),
    mentioned: mentionsIn(post.text),
    assignee: thread.assignee,
  }
}

/** Somebody has answered in a thread. */
export function eventOfAnswer(threadId: string, post: KeptPost): CommentEvent {
  return { ...eventOf('answered', threadId, post), mentioned: mentionsIn(post.text) }
}

/** What there is to be told when a post says `text` from now on: only who is named that was not. */
export function eventsOfEdit(thread: KeptThread, post: KeptPost, text: string, at: string): CommentEvent[] {
  const before = mentionsIn(post.text)
  const mentioned = mentionsIn(text).filter(named => !before.some(known => isSameMention(known, named)))
  if (mentioned.length === 0) return []
  return [{ ...eventOf('edited', thread.id, { ...post, at }), mentioned }]
}

/** What there is to be told when a thread, as it is before that, is changed. */
export function eventsOfChange(
  thread: KeptThread,
  { isResolved, assignee, isInternal }: ChangeThread,
  by: string,
  at: string,
): CommentEvent[] {
  const about = { id: thread.posts[0]?.id ?? '', by, at }
  const events: CommentEvent[] = []
  if (isInternal === false && thread.internalTo !== null) {
    const mentioned = mentionsIn(thread.posts.map(({ text }) => text).join('\n'))
    events.push({ ...eventOf('released', thread.id, about), mentioned })
  }
  if (isResolved !== undefined && isResolved !== (thread.resolved !== null)) {
    events.push(eventOf(isResolved ? 'resolved' : 'reopened', thread.id, about))
  }
  if (assignee !== undefined && !isSameMention(assignee, thread.assignee)) {
    events.push({ ...eventOf('assigned', thread.id, about), assignee })
  }
  return events
}

function eventOf(
  kind: CommentEvent['kind'],
  threadId: string,
  { id, by, at }: Pick<KeptPost, 'id' | 'by' | 'at'>,
): CommentEvent {
  const event = { id: randomBytes(10).toString('hex'), kind, threadId, postId: id, by, at }
  return { ...event, mentioned: [], assignee: null }
}

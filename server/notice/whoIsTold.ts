import { isSameMention } from '../../shared/comment/mentions.ts'
import type { Assignee } from '../../shared/http/comments.ts'
import type { NoticeKind } from '../../shared/http/notices.ts'
import type { CommentEvent } from '../comment/CommentEvent.ts'
import type { KeptThread } from '../comment/commentsFile.ts'
import { isStronger } from './noticesFile.ts'

/** Somebody who may see the thread. */
export interface Reader {
  readonly personId: string
  readonly partyId: string
  readonly watches: boolean
}

/**
 * Who is told of something done with a thread, and as what: each once, as what concerns her most. Never whoever did it.
 * `readers` are those who may see the thread now; nobody else is told, whoever is named.
 */
export function whoIsTold(
  event: CommentEvent,
  thread: KeptThread,
  readers: readonly Reader[],
): Map<string, NoticeKind> {
  const [doer = '', doerParty = ''] = event.by.split('@')
  const told = new Map<string, NoticeKind>()
  for (const reader of readers) {
    if (reader.personId === doer) continue
    // Her own party has seen it all along.
    if (event.kind === 'released' && reader.partyId === doerParty) continue
    const kinds = kindsFor(event, thread, reader)
    const [first, ...others] = kinds
    if (first === undefined) continue
    told.set(
      reader.personId,
      others.reduce((one, other) => (isStronger(other, one) ? other : one), first),
    )
  }
  return told
}

function kindsFor(event: CommentEvent, thread: KeptThread, reader: Reader): NoticeKind[] {
  const kinds: NoticeKind[] = []
  if (event.mentioned.some(named => isHers(named, reader))) kinds.push('mentioned')
  if (event.assignee && isHers(event.assignee, reader)) kinds.push('assigned')
  if (event.kind === 'answered' && takesPart(thread, event.postId, reader)) kinds.push('answered')
  const isChange = event.kind === 'resolved' || event.kind === 'reopened'
  if (isChange && isBy(thread.posts[0]?.by, reader)) kinds.push('resolved')
  const isSaid = event.kind === 'started' || event.kind === 'answered' || event.kind === 'released'
  if (isSaid && reader.watches) kinds.push('commented')
  return kinds
}

function isHers(named: Assignee, { personId, partyId }: Reader): boolean {
  return isSameMention(named, { is: 'person', personId }) || isSameMention(named, { is: 'party', partyId })
}

/** Whoever has said something in a thread before this, or for whom it waits. */
function takesPart({ posts, assignee }: KeptThread, postId: string, reader: Reader): boolean {
  const at = posts.findIndex(({ id }) => id === postId)
  const before = at === -1 ? posts : posts.slice(0, at)
  return before.some(({ by }) => isBy(by, reader)) || (assignee !== null && isHers(assignee, reader))
}

function isBy(by: string | undefined, { personId, partyId }: Reader): boolean {
  return by === `${personId}@${partyId}`
}

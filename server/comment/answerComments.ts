import type { Thread } from '../../shared/http/comments.ts'
import type { WhoOf } from '../people/access/whoOf.ts'
import type { KeptThread } from './commentsFile.ts'

/** A thread as it stands on the version that was sent, when it was made there. */
export function asSent(thread: KeptThread): KeptThread {
  const { place, sent } = thread
  return sent && place.is === 'text' ? { ...thread, place: { ...place, ...sent } } : thread
}

/** A thread as it is shown, with the names of now. Whether somebody may see it is asked before. */
export function answerThread(thread: KeptThread, whoOf: WhoOf): Thread {
  const { unmarked: _unmarked, sent: _sent, place, resolved, released, posts, ...shown } = thread
  return {
    ...shown,
    // Where all see the mark, what once stood around it may have been deleted since.
    place: place.is === 'text' && thread.internalTo === null ? { ...place, before: '', after: '' } : place,
    resolved: resolved && { by: whoOf(resolved.by), at: resolved.at },
    released: released && { by: whoOf(released.by), at: released.at },
    posts: posts.map(post => ({ ...post, by: whoOf(post.by) })),
  }
}

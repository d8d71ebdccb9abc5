import type {
  ChangeThread,
  CommentPlace,
  Post,
  StartThread,
  Thread,
  WantedPlace,
  Who,
} from '../../shared/http/comments.ts'
import type { CallFailed } from '../http/call.ts'

/**
 * Something that I have done among the comments. Done twice it is done once. `isInternal`: only my own party saw the
 * thread when I wrote in it; if all see it by now, the server asks first.
 */
export type Act =
  | { readonly is: 'start'; readonly threadId: string; readonly thread: StartThread }
  | {
      readonly is: 'answer'
      readonly threadId: string
      readonly post: { readonly id: string; readonly text: string }
      readonly isInternal: boolean
    }
  | {
      readonly is: 'edit'
      readonly threadId: string
      readonly postId: string
      readonly text: string
      readonly isInternal: boolean
    }
  | { readonly is: 'delete'; readonly threadId: string; readonly postId: string }
  | { readonly is: 'change'; readonly threadId: string; readonly change: ChangeThread }

/** An act that the server has not done yet. */
export interface WaitingAct {
  /** In the order that they were done. */
  readonly key: string
  readonly act: Act
  /** When, by this computer's clock: UTC, ISO 8601. */
  readonly at: string
  /** Why the server would not; null while it has not been asked, or could not be reached. */
  readonly refused: CallFailed['kind'] | null
}

/** A thread as it is to be shown: what the server has of it, and what I have done since. */
export interface Entry {
  readonly thread: Thread
  readonly waiting: readonly WaitingAct[]
}

/** Whether losing it would lose words. */
export function hasWords({ is }: Act): boolean {
  return is === 'start' || is === 'answer' || is === 'edit'
}

/** The post that an act brings or changes; null where it is about the thread. */
export function postOf(act: Act): string | null {
  switch (act.is) {
    case 'start':
      return act.thread.postId
    case 'answer':
      return act.post.id
    case 'edit':
    case 'delete':
      return act.postId
    case 'change':
      return null
  }
}

/** The thread as it will be when the acts have been done; null while there is none. */
export function withActs(thread: Thread | null, waiting: readonly WaitingAct[], me: Who): Thread | null {
  return waiting.reduce<Thread | null>((before, { act, at }) => withAct(before, act, at, me), thread)
}

function withAct(thread: Thread | null, act: Act, at: string, me: Who): Thread | null {
  if (act.is === 'start') return thread ?? started(act.thread, at, me)
  if (thread === null) return null
  switch (act.is) {
    case 'answer': {
      if (thread.posts.some(({ id }) => id === act.post.id)) return thread
      return { ...thread, posts: [...thread.posts, newPost(act.post.id, act.post.text, at, me)] }
    }
    case 'edit':
      return withPost(thread, act.postId, post => ({ ...post, text: act.text, editedAt: at }))
    case 'delete':
      return withPost(thread, act.postId, post => ({ ...post, text: '', deletedAt: at }))
    case 'change': {
      const { isResolved, isMaterial, assignee, isInternal } = act.change
      return {
        ...thread,
        isMaterial: isMaterial ?? thread.isMaterial,
        assignee: assignee === undefined ? thread.assignee : assignee,
        resolved: isResolved === undefined ? thread.resolved : isResolved ? { by: me, at } : null,
        ...(isInternal === false ? { internalTo: null, released: { by: me, at } } : {}),
      }
    }
  }
}

function started(
  { id, postId, place, text, isInternal, isMaterial, assignee, round = null }: StartThread,
  at: string,
  me: Who,
): Thread {
  return {
    id,
    place: asPlace(place),
    internalTo: isInternal ? me.partyId : null,
    round,
    isMaterial,
    assignee,
    resolved: null,
    released: null,
    posts: [newPost(postId, text, at, me)],
  }
}

function asPlace(place: WantedPlace): CommentPlace {
  switch (place.is) {
    case 'text':
    case 'sentText': {
      const { section, quote, before, after } = place
      return { is: 'text', section, quote, before, after }
    }
    case 'lockedText':
    case 'field':
      return { ...place, quote: '' }
    case 'section':
      return place
  }
}

function newPost(id: string, text: string, at: string, by: Who): Post {
  return { id, by, at, text, editedAt: null, deletedAt: null }
}

function withPost(thread: Thread, id: string, change: (post: Post) => Post): Thread {
  return { ...thread, posts: thread.posts.map(post => (post.id === id ? change(post) : post)) }
}

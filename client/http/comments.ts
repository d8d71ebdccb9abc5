import {
  type AnswerThread,
  type ChangeThread,
  type CommentsAnswer,
  commentsSchema,
  type EditPost,
  type StartThread,
  type Thread,
  threadSchema,
} from '../../shared/http/comments.ts'
import { call } from './call.ts'

/** The threads of an ansökan that I may see; with a cursor, those that have changed since. */
export async function readComments(id: string, since: string | null): Promise<CommentsAnswer> {
  const question = since === null ? '' : `?${new URLSearchParams({ since })}`
  return await call('GET', `${pathOf(id)}${question}`, commentsSchema)
}

export async function startThread(id: string, thread: StartThread): Promise<Thread> {
  return await call('POST', pathOf(id), threadSchema, thread)
}

export async function answerThread(id: string, threadId: string, answer: AnswerThread): Promise<Thread> {
  return await call('POST', `${pathOf(id)}/${threadId}/posts`, threadSchema, answer)
}

export async function editPost(
  id: string,
  threadId: string,
  postId: string,
  edited: EditPost,
): Promise<Thread> {
  return await call('PUT', `${pathOf(id)}/${threadId}/posts/${postId}`, threadSchema, edited)
}

export async function deletePost(id: string, threadId: string, postId: string): Promise<Thread> {
  return await call('DELETE', `${pathOf(id)}/${threadId}/posts/${postId}`, threadSchema)
}

export async function changeThread(id: string, threadId: string, change: ChangeThread): Promise<Thread> {
  return await call('PUT', `${pathOf(id)}/${threadId}`, threadSchema, change)
}

function pathOf(id: string): string {
  return `/applications/${encodeURIComponent(id)}/comments`
}

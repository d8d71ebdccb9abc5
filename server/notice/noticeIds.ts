import { createHash } from 'node:crypto'
import type { CommentEvent } from '../comment/CommentEvent.ts'
import type { KeptNotice } from './noticesFile.ts'

/** What was said is told a person once, also when she is named in it later; what was done, each time. */
export function noticeIdOf(applicationId: string, event: CommentEvent, personId: string): string {
  const { id, kind, threadId, postId } = event
  const isSaid = kind === 'started' || kind === 'answered' || kind === 'edited'
  if (isSaid) return postNoticeIdOf(applicationId, threadId, postId, personId)
  return idOf(applicationId, 'event', id, personId)
}

export function postNoticeIdOf(
  applicationId: string,
  threadId: string,
  postId: string,
  personId: string,
): string {
  return idOf(applicationId, 'post', threadId, postId, personId)
}

export function restoredIdOf(applicationId: string, version: number, personId: string): string {
  return idOf(applicationId, 'version', String(version), personId)
}

/** `eventId` is that of something that has happened in a round. */
export function roundNoticeIdOf(applicationId: string, eventId: string, personId: string): string {
  return idOf(applicationId, 'round', eventId, personId)
}

/** The letter that tells of one notice at once. */
export function letterIdOf({ id, kind }: Pick<KeptNotice, 'id' | 'kind'>): string {
  return idOf('letter', id, kind)
}

/** The letter that tells of several. */
export function digestIdOf(notices: readonly Pick<KeptNotice, 'id' | 'kind'>[]): string {
  return idOf('digest', ...notices.flatMap(({ id, kind }) => [id, kind]))
}

/** 24 hexadecimal digits, always the same for the same parts. */
function idOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24)
}

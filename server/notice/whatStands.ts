import type { NoticeKind } from '../../shared/http/notices.ts'
import type { CommentEvent } from '../comment/CommentEvent.ts'

/** Notices of what a thread is, of which only the last is true. The others are of what has been said and done. */
const ofState = ['assigned', 'resolved'] as const

type StateKind = (typeof ofState)[number]

/**
 * Whether a notice tells how something is now: for whom a thread waits, whether it is resolved, that an answer in a round is
 * waited for.
 */
export function isOfState(kind: NoticeKind): boolean {
  return kind === 'roundReminder' || ofState.some(one => one === kind)
}

/** As what somebody is told of a change of what a thread is; null of anything else. */
export function stateOf({ kind }: CommentEvent): StateKind | null {
  if (kind === 'assigned') return 'assigned'
  return kind === 'resolved' || kind === 'reopened' ? 'resolved' : null
}

/**
 * What is left to tell of events in order: of what a thread is, the last. What has been told in part before a stop comes
 * again with what came after it, so that the same is told then as would have been without the stop.
 */
export function whatStands(events: readonly CommentEvent[]): CommentEvent[] {
  const last = new Map<string, CommentEvent>()
  for (const event of events) last.set(`${stateOf(event)} ${event.threadId}`, event)
  return events.flatMap(event => {
    const state = stateOf(event)
    if (state !== null) return last.get(`${state} ${event.threadId}`) === event ? event : []
    return last.has(`assigned ${event.threadId}`) ? { ...event, assignee: null } : event
  })
}

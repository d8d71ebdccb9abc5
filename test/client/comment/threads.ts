import type { Post, Thread, Who } from '../../../shared/http/comments.ts'

/** People of the demo as comments name them. */
export const anna: Who = {
  personId: 'anna',
  name: 'Anna Lindholm',
  title: 'processledare',
  partyId: 'heby',
  isGuest: false,
}
export const karim: Who = {
  personId: 'karim',
  name: 'Karim Sandell',
  title: 'handläggare',
  partyId: 'af',
  isGuest: false,
}

/** A post; ids are words long enough for one. */
export function post(id: string, by: Who, text: string): Post {
  return { id: id.padEnd(12, '0'), by, at: '2026-11-22T10:00:00.000Z', text, editedAt: null, deletedAt: null }
}

/** An open thread about some words of `background`, begun by Anna. */
export function thread(id: string, more: Partial<Thread> = {}): Thread {
  return {
    id: id.padEnd(12, '0'),
    place: { is: 'text', section: 'background', quote: 'ord', before: '', after: '' },
    internalTo: null,
    round: null,
    isMaterial: false,
    assignee: null,
    resolved: null,
    released: null,
    posts: [post(`${id}p`, anna, 'Vad menas?')],
    ...more,
  }
}

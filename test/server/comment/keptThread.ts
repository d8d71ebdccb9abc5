import type { KeptPost, KeptThread } from '../../../server/comment/commentsFile.ts'
import { newId } from './said.ts'

/** A thread of Karim's about a section as a whole, as its record has it, unless something else is asked for. */
export function keptThread(asked: Partial<KeptThread> = {}): KeptThread {
  return {
    id: newId(),
    place: { is: 'section', section: 'background' },
    unmarked: null,
    internalTo: null,
    round: null,
    isMaterial: false,
    assignee: null,
    resolved: null,
    released: null,
    posts: [keptPost('Ord.')],
    ...asked,
  }
}

/** What Karim has said. */
export function keptPost(text: string): KeptPost {
  return {
    id: newId(),
    by: 'karim@af',
    at: '2026-11-22T12:00:00.000Z',
    text,
    editedAt: null,
    deletedAt: null,
  }
}

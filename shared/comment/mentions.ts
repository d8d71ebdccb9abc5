import { type Assignee, mentionPattern } from '../http/comments.ts'

/** Persons and parties in one comment that are told that they are named in it; beyond that, names are only names. */
const mentionsMost = 50

/** Who is named in a comment, each once, in the order of the text. */
export function mentionsIn(text: string): Assignee[] {
  const found = new Map<string, Assignee>()
  for (const [token, kind, id = ''] of text.matchAll(mentionPattern)) {
    if (found.size === mentionsMost) break
    found.set(token, kind === 'party' ? { is: 'party', partyId: id } : { is: 'person', personId: id })
  }
  return [...found.values()]
}

export function isSameMention(one: Assignee | null, other: Assignee | null): boolean {
  if (one === null || other === null) return one === other
  if (one.is === 'person') return other.is === 'person' && one.personId === other.personId
  return other.is === 'party' && one.partyId === other.partyId
}

import { mentionPattern } from '../../shared/http/comments.ts'
import type { Access } from '../people/access/Access.ts'
import type { People } from '../people/People.ts'

interface Names {
  readonly people: Pick<People, 'party' | 'describe'>
  readonly access: Pick<Access, 'documentAccess'>
}

/**
 * What was said in a comment of an ansökan, with names where somebody is named. `writers` are those who have written in
 * its thread, `‹person›@‹party›`.
 */
export function withNames(
  { people, access }: Names,
  applicationId: string,
  text: string,
  writers: readonly string[],
): string {
  return text.replaceAll(mentionPattern, (_token, kind: string, id: string) => {
    if (kind === 'party') return `@${people.party(id)?.name ?? '…'}`
    // Whoever has nothing to do with the ansökan is not to be found out by her id.
    const isKnown =
      access.documentAccess(applicationId)?.member(id) || writers.some(by => by.startsWith(`${id}@`))
    return `@${(isKnown && people.describe(id)?.name) || '…'}`
  })
}

import type { Who } from '../../../shared/http/comments.ts'
import type { People } from '../People.ts'

/** Somebody who has said or done something, by the name that is shown now. `by` is `‹person›@‹party›`. */
export type WhoOf = (by: string) => Who

export function whoFrom(people: Pick<People, 'describe' | 'isGuest'>): WhoOf {
  return by => {
    const [personId = '', partyId = ''] = by.split('@')
    const { name = '', title = '' } = people.describe(personId) ?? {}
    return { personId, name, title, partyId, isGuest: people.isGuest(personId) }
  }
}

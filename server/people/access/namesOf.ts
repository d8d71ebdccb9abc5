import type { People } from '../People.ts'

/** A person and her party as they are shown. `by` is `‹person›@‹party›`. */
export type NamesOf = (by: string) => { readonly name: string; readonly partyShortName: string }

export function namesFrom(people: People): NamesOf {
  return by => {
    const [personId = '', partyId = ''] = by.split('@')
    return {
      name: people.describe(personId)?.name ?? '',
      partyShortName: people.party(partyId)?.shortName ?? '',
    }
  }
}

import { useText } from '../text/useText.ts'
import { addressesIn } from './addresses.ts'
import { type Chosen, chosenAddress, chosenPerson } from './Chosen.ts'
import { partyOf, useSharing } from './Sharing.ts'
import type { Hits } from './useHits.ts'

export interface Suggestion {
  readonly chosen: Chosen
  readonly words: string
  readonly more: string
  /** She has access already. */
  readonly isMember: boolean
}

/** Whom somebody may mean: the people found, and the address that she has written. None of those chosen already. */
export function useSuggestions(
  hits: Hits,
  written: string,
  chosen: readonly Chosen[],
): readonly Suggestion[] {
  const { access: words } = useText()
  const { access } = useSharing()
  const known = new Set(chosen.map(({ key }) => key))
  const [address, ...others] = addressesIn(written).addresses
  const people = hits.people.map<Suggestion>(person => {
    const isMember = access.members.some(({ personId }) => personId === person.personId)
    const party = partyOf(access, person.partyId)?.name ?? ''
    return {
      chosen: chosenPerson(person),
      words: person.name,
      more: [person.title, party, ...(isMember ? [words.isMember] : [])]
        .filter(part => part !== '')
        .join(' · '),
      isMember,
    }
  })
  const isFound = hits.people.some(person => person.address === address)
  const asAddress: readonly Suggestion[] =
    address === undefined || others.length > 0 || isFound
      ? []
      : [{ chosen: chosenAddress(address), words: words.inviteAddress(address), more: '', isMember: false }]
  return [...people, ...asAddress].filter(suggestion => !known.has(suggestion.chosen.key))
}

import type { AccessAnswer } from '../../shared/http/access.ts'
import type { Text } from '../text/text.ts'
import { ownersIn, partyOf } from './Sharing.ts'

/** So many are named; more would be no help. */
const named = 2

/** Those who are responsible for an ansökan, in words: `Anna Lindholm, Heby`. Empty when it is not known. */
export function whomToAsk({ access: words }: Text, access: AccessAnswer | null, myId: string): string {
  const owners = ownersIn(access, myId).slice(0, named)
  return words.and(
    owners.map(({ name, partyId }) =>
      words.whoIs(name, (access && partyOf(access, partyId)?.shortName) ?? partyId),
    ),
  )
}

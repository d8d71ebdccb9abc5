import { demoParties, demoPersons } from '../../server/demo/demoPersons.ts'
import type { Me } from '../../shared/http/session.ts'

/** A demo person acting for her party, for tests without a server. */
export function demoMe(personId: string): Me {
  const person = demoPersons.find(({ id }) => id === personId)
  const party = demoParties.find(({ id }) => id === person?.partyId)
  if (!person || !party) throw new Error(`There is no demo person ${personId}.`)
  return { person, party }
}

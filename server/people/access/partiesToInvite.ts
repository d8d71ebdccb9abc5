import type { Me } from '../../../shared/http/session.ts'
import { may, rolesToGive } from '../../../shared/people/may.ts'
import type { People } from '../People.ts'
import type { Access } from './Access.ts'

/** Ids of the parties whose people somebody may let into an ansökan; null when there is none such for her. */
export function partiesToInvite(
  access: Access,
  people: People,
  applicationId: string,
  me: Me,
): ReadonlySet<string> | null {
  const standing = access.standingOf(applicationId, me)
  if (!may(standing, 'read')) return null
  const open = people
    .parties()
    .filter(({ id, kind }) => rolesToGive(standing, kind, id === me.party.id).length > 0)
  return new Set(open.map(({ id }) => id))
}

import type { AccessAnswer } from '../../../shared/http/access.ts'
import { may, type Standing } from '../../../shared/people/may.ts'
import type { Named } from '../../comment/mentions.ts'

/** Those who can be named in a comment: the people who may read it, by name, and their parties. */
export function namedIn(
  { members, parties }: AccessAnswer,
  standing: Standing,
  wholeParty: string,
): readonly Named[] {
  const readers = members.filter(
    ({ role, isActive }) => isActive && may({ ...standing, role }, 'readComments'),
  )
  const here = new Set(readers.map(({ partyId }) => partyId))
  const partyName = (partyId: string) => parties.find(({ id }) => id === partyId)?.name ?? ''
  const persons = readers.map(
    ({ personId, name, title, partyId }): Named => ({
      is: 'person',
      id: personId,
      partyId,
      name,
      more: [title, partyName(partyId)].filter(part => part !== '').join(', '),
    }),
  )
  const whole = parties
    .filter(({ id }) => here.has(id))
    .map(({ id, name }): Named => ({ is: 'party', id, partyId: id, name, more: wholeParty }))
  return [...persons, ...whole].sort((one, other) => one.name.localeCompare(other.name, 'sv'))
}

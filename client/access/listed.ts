import type { AccessAnswer } from '../../shared/http/access.ts'

/** From so many people on there is a field to find one of them. */
const manyPeople = 20

/** Those in the lists of the dialog. */
export type Listed = Pick<AccessAnswer, 'members' | 'invitations' | 'requests' | 'guestLinks'>

/** Whether there are so many that somebody would rather look for one than read them all. */
export function areMany({ members, invitations, requests }: Listed): boolean {
  return members.length + invitations.length + requests.length > manyPeople
}

/** Those in whose name, title, address or party all the words occur; all of them for no words. */
export function listedFor(access: AccessAnswer, words: string): Listed {
  const wanted = words.toLocaleLowerCase('sv').split(/\s+/).filter(Boolean)
  const party = new Map(access.parties.map(({ id, name, shortName }) => [id, `${name} ${shortName}`]))
  const has = (partyId: string, ...said: readonly string[]) => {
    const text = [...said, party.get(partyId) ?? ''].join(' ').toLocaleLowerCase('sv')
    return wanted.every(word => text.includes(word))
  }
  const isPerson = (person: { readonly partyId: string; readonly name: string; readonly title: string }) =>
    has(person.partyId, person.name, person.title)
  return {
    members: access.members.filter(isPerson),
    requests: access.requests.filter(isPerson),
    invitations: access.invitations.filter(({ partyId, address }) => has(partyId, address)),
    guestLinks: access.guestLinks.filter(({ partyId, label }) => has(partyId, label)),
  }
}

import type { AccessAnswer } from '../../../shared/http/access.ts'
import type { Me } from '../../../shared/http/session.ts'
import { may, type Standing } from '../../../shared/people/may.ts'
import type { People } from '../People.ts'
import type { KeptInvitation } from './accessFile.ts'
import type { DocumentAccess } from './DocumentAccess.ts'
import type { NamesOf } from './namesOf.ts'

interface Known {
  readonly people: People
  readonly namesOf: NamesOf
  readonly canBeTaken: (invitation: KeptInvitation) => boolean
  readonly letterState: (letterId: string) => 'waiting' | 'sent' | 'failed'
}

/**
 * What somebody is told of who has access. Invitations, guest links and requests are for those who can do something
 * about them: the owner, and a partsansvarig of those of her own party.
 */
export function answerAccess(
  { people, namesOf, canBeTaken, letterState }: Known,
  access: DocumentAccess,
  standing: Standing,
  me: Me,
): AccessAnswer {
  const { members, guestLinks, requests, advice } = access.kept
  const sharesWithAll = may(standing, 'share')
  const sharesWith = (partyId: string) =>
    sharesWithAll || (may(standing, 'shareWithOwnParty') && partyId === me.party.id)
  return {
    parties: [...people.parties()],
    members: members
      .filter(({ personId, partyId }) => access.roleOf(personId, partyId) !== null)
      .map(({ personId, partyId, role, since, guestLinkId }) => {
        const person = people.describe(personId)
        const { name = '', title = '', isActive = false } = person ?? {}
        return { personId, name, title, partyId, role, since, guestLinkId, isActive }
      }),
    invitations: access
      .invitations()
      .filter(({ partyId }) => sharesWith(partyId))
      .map(invitation => {
        const { id, address, partyId, role, by, at, letterId } = invitation
        return {
          id,
          address,
          partyId,
          role,
          invitedBy: namesOf(by).name,
          invitedAt: at,
          // It is over when whoever invited may not any more, say: somebody who may can send it again.
          expiresAt: canBeTaken(invitation) ? invitation.expiresAt : at,
          mail: letterId === null ? 'failed' : letterState(letterId),
        }
      }),
    guestLinks: sharesWithAll
      ? guestLinks.map(({ id, label, partyId, role, endsOn, by, at }) => ({
          id,
          label,
          partyId,
          role,
          endsOn,
          madeBy: namesOf(by).name,
          madeAt: at,
        }))
      : [],
    requests: requests
      .filter(({ partyId }) => sharesWith(partyId))
      .map(({ id, personId, partyId, message, at }) => {
        const { name = '', title = '' } = people.describe(personId) ?? {}
        return { id, personId, name, title, partyId, message, askedAt: at }
      }),
    advice: advice && { by: namesOf(advice.by).name, at: advice.at },
  }
}

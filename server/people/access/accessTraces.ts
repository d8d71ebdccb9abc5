import type { OwnData } from '../../../shared/http/people.ts'
import type { AccessFile, KeptMember } from './accessFile.ts'

/** What the access of ansökningar has of one person, for her own data. */
export interface AccessTraces
  extends Pick<
    OwnData,
    'requests' | 'invitationsToMe' | 'invitationsFromMe' | 'guestLinks' | 'closings' | 'advice'
  > {
  readonly memberships: readonly (KeptMember & { readonly applicationId: string })[]
}

/** Looks for a person in the access of ansökningar, by their ids. Whom else it is about is left out. */
export function accessTraces(
  found: Iterable<readonly [applicationId: string, access: Readonly<AccessFile>]>,
  personId: string,
  address: string | null,
): AccessTraces {
  const isMine = (by: string) => by.startsWith(`${personId}@`)
  const all = [...found]
  const each = <T>(look: (access: Readonly<AccessFile>) => readonly T[]) =>
    all.flatMap(([applicationId, access]) => look(access).map(one => ({ applicationId, ...one })))
  return {
    memberships: each(({ members }) => members.filter(member => member.personId === personId)),
    requests: each(({ requests }) =>
      requests
        .filter(request => request.personId === personId)
        .map(({ message, at }) => ({ message, askedAt: at })),
    ),
    invitationsToMe: each(({ invitations }) =>
      invitations
        .filter(invitation => invitation.address === address)
        .map(({ role, at, expiresAt }) => ({ role, invitedAt: at, expiresAt })),
    ),
    invitationsFromMe: each(({ invitations }) =>
      invitations
        .filter(({ by }) => isMine(by))
        .map(({ role, message, at, expiresAt }) => ({ role, message, invitedAt: at, expiresAt })),
    ),
    guestLinks: each(({ guestLinks }) =>
      guestLinks
        .filter(({ by }) => isMine(by))
        .map(({ label, role, endsOn, at }) => ({ label, role, endsOn, madeAt: at })),
    ),
    closings: each(({ closings }) =>
      Object.entries(closings)
        .filter(([, { by }]) => isMine(by))
        .map(([section, { at }]) => ({ section, closedAt: at })),
    ),
    advice: each(({ advice }) => (advice && isMine(advice.by) ? [{ openedAt: advice.at }] : [])),
  }
}

import type { AccessAnswer, Member } from '../../../shared/http/access.ts'
import type { Recipient, Round, WaitingRound } from '../../../shared/http/consultation.ts'
import type { Party } from '../../../shared/people/person.ts'
import type { Role } from '../../../shared/people/role.ts'

const parties: readonly Party[] = [
  { id: 'heby', name: 'Heby kommun', shortName: 'Heby', kind: 'kommun', colour: 1 },
  { id: 'af', name: 'Arbetsförmedlingen', shortName: 'AF', kind: 'arbetsformedlingen', colour: 2 },
  { id: 'fk', name: 'Försäkringskassan', shortName: 'FK', kind: 'forsakringskassan', colour: 3 },
  { id: 'forbund', name: 'Samordningsförbundet', shortName: 'Förbundet', kind: 'forbund', colour: 5 },
]

/** Members written as `personId: [party, role]`. */
export function accessWith(
  members: Readonly<Record<string, readonly [partyId: string, role: Role]>>,
  changes: Partial<AccessAnswer> = {},
): AccessAnswer {
  return {
    parties: [...parties],
    members: Object.entries(members).map(([personId, [partyId, role]]) =>
      member({ personId, name: personId, partyId, role }),
    ),
    invitations: [],
    guestLinks: [],
    requests: [],
    advice: null,
    ...changes,
  }
}

export function member(changes: Partial<Member>): Member {
  return {
    personId: 'anna',
    name: 'Anna',
    title: 'handläggare',
    partyId: 'heby',
    role: 'partyEditor',
    since: '2024-01-01T08:00:00.000Z',
    guestLinkId: null,
    isActive: true,
    ...changes,
  }
}

export function waiting(changes: Partial<WaitingRound> = {}): WaitingRound {
  return {
    number: 3,
    purpose: 'remarks',
    ordinal: 3,
    closesOn: '2024-05-24',
    workingDaysLeft: 2,
    asked: 4,
    answered: 2,
    waitsFor: ['AF', 'FK'],
    waitsForMine: false,
    ...changes,
  }
}

export function recipient(changes: Partial<Recipient> = {}): Recipient {
  return {
    partyId: 'af',
    partyName: 'Arbetsförmedlingen',
    partyShortName: 'AF',
    persons: [],
    state: 'sent',
    openedAt: null,
    answeredAt: null,
    stance: null,
    opposesStill: false,
    lacksLead: false,
    reminders: [],
    ...changes,
  }
}

export function round(changes: Partial<Round> = {}): Round {
  return {
    number: 1,
    purpose: 'remarks',
    ordinal: 1,
    sections: null,
    message: '',
    sentBy: {
      personId: 'anna',
      name: 'Anna Lindholm',
      title: 'processledare',
      partyId: 'heby',
      isGuest: false,
    },
    sentAt: '2024-05-15T08:00:00.000Z',
    version: { number: 4, label: '1.0' },
    versionBefore: null,
    closesOn: '2024-05-24',
    workingDaysLeft: 2,
    extensions: [],
    closesByItself: false,
    textIsOpen: false,
    repliesAreSeen: 'whenOver',
    over: null,
    published: null,
    recipients: [recipient()],
    mine: null,
    ...changes,
  }
}

import type { Recipient, Round } from '../../../../shared/http/consultation.ts'
import { anna } from '../../comment/threads.ts'

/** Försäkringskassan in a round, of whom nothing has been heard yet. */
export function recipient(more: Partial<Recipient> = {}): Recipient {
  return {
    partyId: 'fk',
    partyName: 'Försäkringskassan',
    partyShortName: 'FK',
    persons: [],
    state: 'sent',
    openedAt: null,
    answeredAt: null,
    stance: null,
    opposesStill: false,
    lacksLead: false,
    reminders: [],
    ...more,
  }
}

/** What somebody at Försäkringskassan may do who writes on its answer. */
export const writesReply: Round['mine'] = {
  partyId: 'fk',
  draftId: null,
  draftBy: null,
  mayDraft: true,
  maySend: false,
  mayReplace: false,
  mayLift: false,
}

/** The first remiss, five working days before its last day. */
export function roundOf(more: Partial<Round> = {}): Round {
  return {
    number: 1,
    purpose: 'remarks',
    ordinal: 1,
    sections: null,
    message: '',
    sentBy: anna,
    sentAt: '2026-11-20T09:15:00.000Z',
    version: { number: 4, label: '1.0' },
    versionBefore: null,
    closesOn: '2026-12-04',
    workingDaysLeft: 5,
    extensions: [],
    closesByItself: false,
    textIsOpen: false,
    repliesAreSeen: 'whenOver',
    over: null,
    published: null,
    recipients: [recipient()],
    mine: writesReply,
    ...more,
  }
}

export const closed: Round['over'] = { why: 'closed', reason: '', by: anna, at: '2026-12-05T08:00:00.000Z' }

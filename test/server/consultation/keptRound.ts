import type { KeptReply, KeptRound } from '../../../server/consultation/roundsFile.ts'

/** A remiss to three parties as it is kept, with what a test says of it. */
export function keptRound(changes: Partial<KeptRound> = {}): KeptRound {
  return {
    id: 'abcdefabcdef00000001',
    number: 1,
    purpose: 'remarks',
    sections: null,
    message: '',
    sentBy: 'anna@heby',
    sentAt: '2024-05-17T10:00:00.000Z',
    version: { number: 1, label: '1.0' },
    closesOn: null,
    extensions: [],
    closesByItself: false,
    textIsOpen: false,
    repliesAreSeen: 'whenOver',
    over: null,
    published: null,
    recipients: ['af', 'fk', 'region'].map(partyId => ({
      ...{ partyId, personIds: ['karim'], openedAt: null, draftId: null, draftBy: null, draftedAt: null },
      ...{ isReplacing: false, reminders: [] },
    })),
    replies: [],
    lines: {},
    jobsDone: [],
    ...changes,
  }
}

/** An answer as it is kept. */
export function keptReply(partyId: string, changes: Partial<KeptReply> = {}): KeptReply {
  return {
    partyId,
    number: 1,
    sentBy: `elin@${partyId}`,
    sentAt: '2024-05-22T10:00:00.000Z',
    stance: 'endorsesWithRemarks',
    summary: '',
    remarks: [],
    attachments: [],
    hash: '0'.repeat(64),
    replacedAt: null,
    opposition: null,
    answers: {},
    ...changes,
  }
}

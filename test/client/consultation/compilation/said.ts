import type { Remark, RemarkAnswer, Reply } from '../../../../shared/http/replies.ts'

const anna = { personId: 'anna', name: 'Anna Lindholm', title: '', partyId: 'heby', isGuest: false }

export function answer(changes: Partial<RemarkAnswer> = {}): RemarkAnswer {
  return {
    ...{ verdict: 'met', reason: '', changedSection: null, by: anna, at: '2024-05-28T08:00:00.000Z' },
    ...changes,
  }
}

export function said(id: string, changes: Partial<Remark> = {}): Remark {
  return { id, section: null, text: 'Varför?', wording: '', quote: '', threadId: null, ...changes }
}

export function reply(partyId: string, changes: Partial<Reply> = {}): Reply {
  return {
    ...{ partyId, number: 1, sentBy: { ...anna, partyId }, sentAt: '2024-05-22T10:05:00.000Z' },
    ...{ stance: 'endorsesWithRemarks', summary: '', remarks: [], attachments: [], hash: '0'.repeat(64) },
    ...{ replacedAt: null, opposition: null, answers: {} },
    ...changes,
  }
}

import type { CompilationOnPaper } from '../../../../server/consultation/compilation/compilationParts.ts'
import { compilation } from '../../../../shared/consultation/compilation.ts'
import { form2024 } from '../../../../shared/form/forms/2024/form.ts'
import type { Who } from '../../../../shared/http/comments.ts'
import type { Recipient, Round } from '../../../../shared/http/consultation.ts'
import type { Remark, Reply } from '../../../../shared/http/replies.ts'

const who = (personId: string, name: string, partyId: string): Who => ({
  ...{ personId, name, partyId, title: '', isGuest: false },
})
export const anna = who('anna', 'Anna Lindholm', 'heby')

const parties = {
  af: ['Arbetsförmedlingen', 'AF'],
  fk: ['Försäkringskassan', 'FK'],
  region: ['Region Uppsala', 'Region'],
} as const
type PartyId = keyof typeof parties

function recipient(partyId: PartyId, changes: Partial<Recipient> = {}): Recipient {
  const [partyName, partyShortName] = parties[partyId]
  return {
    ...{ partyId, partyName, partyShortName, persons: [], state: 'answered', openedAt: null },
    ...{ answeredAt: null, stance: null, opposesStill: false, lacksLead: false, reminders: [] },
    ...changes,
  }
}

export function round(changes: Partial<Round> = {}): Round {
  return {
    ...{ number: 3, purpose: 'remarks', ordinal: 3, sections: null, message: '', sentBy: anna },
    sentAt: '2024-05-17T11:25:00.000Z',
    ...{ version: { number: 9, label: '3.0' }, versionBefore: null, closesOn: '2024-05-24' },
    ...{ workingDaysLeft: -3, extensions: [], closesByItself: false, textIsOpen: false },
    repliesAreSeen: 'whenOver',
    over: { why: 'closed', reason: '', by: anna, at: '2024-05-27T07:00:00.000Z' },
    ...{ published: null, mine: null },
    recipients: [recipient('af'), recipient('fk'), recipient('region', { state: 'late' })],
    ...changes,
  }
}

export function said(id: string, changes: Partial<Remark> = {}): Remark {
  return { id, section: null, text: '', wording: '', quote: '', threadId: null, ...changes }
}

export function reply(partyId: PartyId, changes: Partial<Reply> = {}): Reply {
  return {
    ...{ partyId, number: 1, sentBy: who('elin', 'Elin Berg', partyId), sentAt: '2024-05-22T10:05:00.000Z' },
    ...{ stance: 'endorsesWithRemarks', summary: '', remarks: [], attachments: [], hash: '0'.repeat(64) },
    ...{ replacedAt: null, opposition: null, answers: {} },
    ...changes,
  }
}

const answered = { by: anna, at: '2024-05-28T08:00:00.000Z' }

/** One party endorses with remarks, one opposes and has lifted that, one has not answered. */
const replies: readonly Reply[] = [
  reply('fk', {
    replacedAt: '2024-05-23T10:00:00.000Z',
    summary: 'Det första svaret, som inte gäller längre.',
  }),
  reply('af', {
    stance: 'opposes',
    summary: 'Målgruppen överlappar vårt eget uppdrag.\nVi avstyrker till dess att det är utrett.',
    remarks: [said('a1', { text: 'Avgränsa målgruppen mot våra egna insatser.', section: 'targetGroup' })],
    opposition: { is: 'lifted', reason: 'Målgruppen är nu avgränsad.', ...answered },
    answers: {
      a1: { verdict: 'met', reason: '', changedSection: 'targetGroup', ...answered },
    },
  }),
  reply('fk', {
    number: 2,
    sentAt: '2024-05-23T10:00:00.000Z',
    summary: 'Vi ser positivt på insatsen.',
    attachments: [{ hash: 'a'.repeat(64), name: 'Statistik 2023.pdf', sizeBytes: 4_321 }],
    remarks: [
      said('f1', {
        section: 'targetGroup',
        quote: 'personer i åldern 16–65 år',
        text: 'Åldern bör följa socialförsäkringen.',
        wording: 'personer i åldern 16–66 år',
      }),
      said('f2', { text: 'Texten är lång. Korta där det går.' }),
      said('f3', { section: 'budgetAmount', text: 'Varför ökar beloppet?\n\nDet framgår inte.' }),
    ],
    answers: {
      f1: {
        ...{ verdict: 'partly', reason: 'Åldern är ändrad, men inte för dem som studerar.' },
        ...{ changedSection: 'targetGroup', ...answered },
      },
      f2: {
        verdict: 'notMet',
        reason: 'Styrgruppen vill behålla bakgrunden.',
        changedSection: null,
        ...answered,
      },
    },
  }),
]

/** As the owner fetches it. */
export function smallRound(
  changes: Partial<Pick<CompilationOnPaper, 'name' | 'seesAnswers'>> = {},
): CompilationOnPaper {
  return onPaper(replies, changes)
}

export function onPaper(
  shown: readonly Reply[],
  changes: Partial<Pick<CompilationOnPaper, 'name' | 'seesAnswers' | 'round'>> = {},
): CompilationOnPaper {
  return {
    name: 'Samverkansteam i Heby',
    round: round(),
    compilation: compilation(round(), shown, form2024),
    form: form2024,
    seesAnswers: true,
    fetchedAt: '2024-05-28T09:00:00.000Z',
    ...changes,
  }
}

import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import type { Purpose, SendRound } from '../../../shared/http/consultation.ts'
import { newId } from '../../comment/newId.ts'
import { proposedDay } from '../answerDay.ts'
import type { Askable } from './askable.ts'

/** What has been filled in of a round that is to be sent. */
export interface RoundDraft {
  /** Stays the same when it is sent again, so that it is never sent twice. */
  readonly id: string
  readonly purpose: Purpose
  readonly isWhole: boolean
  /** Keys of the sections chosen, kept while the whole is asked about. */
  readonly sections: readonly string[]
  /** Persons chosen, by party. A party of which nobody is chosen is not asked. */
  readonly persons: Readonly<Record<string, readonly string[]>>
  /** `2024-05-24`, or empty for none. */
  readonly closesOn: string
  /** Null as long as it is the one that is proposed. */
  readonly message: string | null
  readonly textIsOpen: boolean
  readonly repliesAreSeen: SendRound['repliesAreSeen']
  readonly closesByItself: boolean
}

/** What is proposed: synpunkter on the whole, all parties with all their people, ten working days. */
export function proposedRound(askable: readonly Askable[], today: string): RoundDraft {
  return {
    id: newId(),
    purpose: 'remarks',
    isWhole: true,
    sections: [],
    persons: Object.fromEntries(
      askable.map(({ party, persons }) => [
        party.id,
        persons.filter(({ isProposed }) => isProposed).map(({ personId }) => personId),
      ]),
    ),
    closesOn: proposedDay(today),
    message: null,
    textIsOpen: false,
    repliesAreSeen: 'whenOver',
    closesByItself: false,
  }
}

/** Those asked by a draft who still may be, by party in the order of the parties. */
export function askedIn(
  { persons }: RoundDraft,
  askable: readonly Askable[],
): readonly { readonly partyId: string; readonly personIds: string[] }[] {
  return askable
    .map(({ party, persons: known }) => ({
      partyId: party.id,
      personIds: known.map(({ personId }) => personId).filter(id => persons[party.id]?.includes(id)),
    }))
    .filter(({ personIds }) => personIds.length > 0)
}

/** The sections chosen that the form has, in its order. */
export function sectionsIn({ sections }: RoundDraft, form: FormTemplate): string[] {
  return form.sections.map(({ key }) => key).filter(key => sections.includes(key))
}

/** What a field lacks; the fields that lack nothing are not in it. */
export type DraftFaults = Partial<Record<'recipients' | 'sections' | 'closesOn', 'missing' | 'past'>>

export function faultsIn(
  draft: RoundDraft,
  askable: readonly Askable[],
  form: FormTemplate,
  today: string,
): DraftFaults {
  const { purpose, isWhole, closesOn } = draft
  return {
    ...(askedIn(draft, askable).length === 0 ? { recipients: 'missing' } : {}),
    ...(!isWhole && sectionsIn(draft, form).length === 0 ? { sections: 'missing' } : {}),
    ...(purpose !== 'information' && closesOn !== '' && closesOn <= today ? { closesOn: 'past' } : {}),
  }
}

/** What is sent. Of what is sent to be known no answer is asked, and only remarks leave the text open. */
export function wantedRound(
  draft: RoundDraft,
  askable: readonly Askable[],
  form: FormTemplate,
  message: string,
): SendRound {
  const { id, purpose, isWhole, repliesAreSeen } = draft
  const closesOn = purpose === 'information' || draft.closesOn === '' ? null : draft.closesOn
  return {
    id,
    purpose,
    sections: isWhole ? null : sectionsIn(draft, form),
    message,
    recipients: [...askedIn(draft, askable)],
    closesOn,
    closesByItself: closesOn !== null && draft.closesByItself,
    textIsOpen: purpose === 'remarks' && draft.textIsOpen,
    repliesAreSeen,
  }
}

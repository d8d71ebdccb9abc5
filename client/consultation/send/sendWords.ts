import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import type { Text } from '../../text/text.ts'
import type { Askable } from './askable.ts'
import { askedIn, type RoundDraft, sectionsIn } from './RoundDraft.ts'

/** The message that is proposed to go with a round. */
export function proposedMessage(
  { sendRound: words, versions }: Text,
  draft: RoundDraft,
  form: FormTemplate,
  name: string,
): string {
  const { purpose, isWhole, closesOn } = draft
  const chosen = isWhole ? [] : sectionsIn(draft, form)
  const headings = form.sections
    .filter(({ key }) => chosen.includes(key))
    .map(({ heading }) => `”${heading}”`)
  return [
    words.proposed[purpose](name, closesOn === '' ? null : closesOn),
    ...(headings.length === 0 ? [] : [words.proposedSections(versions.list(headings))]),
  ].join(' ')
}

/** What will happen when it is sent: `Skickas till 4 organisationer, 9 personer. Version 3.0 sparas. …` */
export function outcomeWords(
  { sendRound: words }: Text,
  draft: RoundDraft,
  askable: readonly Askable[],
  form: FormTemplate,
  /** Of the round that it will be. */
  number: number,
): string {
  const asked = askedIn(draft, askable)
  if (asked.length === 0) return words.outcomeNobody
  const persons = asked.reduce((sum, { personIds }) => sum + personIds.length, 0)
  const { purpose, textIsOpen } = draft
  return [
    words.outcomeTo(asked.length, persons),
    words.outcomeVersion(`${number}.0`),
    ...(purpose === 'remarks' ? [textIsOpen ? words.outcomeOpen : words.outcomeClosed] : []),
    ...(purpose === 'proof' ? [words.outcomeProof] : []),
    ...(form.sections.some(({ kind }) => kind === 'log') ? [words.outcomeLine] : []),
  ].join(' ')
}

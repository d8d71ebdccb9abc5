import type { FileChild } from 'docx'
import type { ParticipantsContent } from '../../../../shared/document/filledForm.ts'
import { formWords } from '../../words.ts'
import { labelled, prose } from '../prose.ts'

/** Expected participants: what is said, and those of the numbers that are given. */
export function participantsSection(content: ParticipantsContent): FileChild[] {
  const { text, atATime, perYear, differentPersons } = content
  const numbers = [
    [formWords.atATime, atATime],
    [formWords.perYear, perYear],
    [formWords.differentPersons, differentPersons],
  ] as const
  return [
    ...prose(text),
    ...numbers.flatMap(([label, count]) => (count === null ? [] : [labelled(`${label}:`, String(count))])),
  ]
}

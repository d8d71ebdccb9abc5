import type { ParticipantsContent } from '../../../../shared/document/filledForm.ts'
import { formWords } from '../../words.ts'
import { labelled, prose } from '../prose.ts'
import { joined, type Typst } from '../typst.ts'

/** Expected participants: what is said, and those of the numbers that are given. */
export function participantsSection(content: ParticipantsContent): Typst {
  const { text, atATime, perYear, differentPersons } = content
  const numbers = [
    [formWords.atATime, atATime],
    [formWords.perYear, perYear],
    [formWords.differentPersons, differentPersons],
  ] as const
  return joined([
    prose(text),
    ...numbers.flatMap(([label, count]) => (count === null ? [] : [labelled(`${label}:`, String(count))])),
  ])
}

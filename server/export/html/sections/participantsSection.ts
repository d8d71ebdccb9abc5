import type { ParticipantsContent } from '../../../../shared/document/filledForm.ts'
import { formWords } from '../../words.ts'
import { type Html, html } from '../html.ts'
import { facts, prose } from '../prose.ts'

/** Expected participants: what is said, and the numbers. */
export function participantsSection(content: ParticipantsContent): Html {
  const { text, atATime, perYear, differentPersons } = content
  const numbers = facts([
    [formWords.atATime, numberOf(atATime)],
    [formWords.perYear, numberOf(perYear)],
    [formWords.differentPersons, numberOf(differentPersons)],
  ])
  return html`${prose(text)}${numbers}`
}

function numberOf(count: number | null): string {
  return count === null ? '' : String(count)
}

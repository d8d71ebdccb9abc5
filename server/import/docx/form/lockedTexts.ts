import { forms } from '../../../../shared/form/forms.ts'
import { headingWords } from './headingNames.ts'
import { distance, foldedWords } from './letters.ts'

/** How many letters of a paragraph tell which it is. */
const tellingLength = 40

/** The parts of the fixed texts of all form versions: their headings, and how the first paragraph of each begins. */
const parts = forms.flatMap(form =>
  form.sections.flatMap(section =>
    section.kind === 'lockedText'
      ? section.parts.map(({ heading, paragraphs }) => ({
          heading: foldedWords(heading),
          begins: foldedWords(paragraphs[0] ?? '').slice(0, tellingLength),
        }))
      : [],
  ),
)

const notes = new Set(
  forms.flatMap(form =>
    form.sections.flatMap(section =>
      section.kind === 'lockedText' && section.headingNote !== null ? [foldedWords(section.headingNote)] : [],
    ),
  ),
)

/** True for what stands right under the heading of the fixed text. */
export function beginsAgreement(next: string): boolean {
  const words = foldedWords(next)
  return notes.has(words) || parts.some(part => part.heading === words)
}

/** True for a heading within the fixed text, such as *Underskrifter*: its own paragraph comes `next`. */
export function isPartOfAgreement(heading: string, next: string): boolean {
  const words = foldedWords(headingWords(heading))
  const beginning = foldedWords(next).slice(0, tellingLength)
  return parts.some(part => part.heading === words && distance(part.begins, beginning, 8) <= 8)
}

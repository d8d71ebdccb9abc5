import type { Budget } from '../../shared/budget/Budget.ts'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import type { CommentPlace, WantedPlace } from '../../shared/http/comments.ts'
import { commentedCellWords } from '../budget/cellPlace.ts'
import type { Text } from '../text/text.ts'

/** Longest quote in a name. */
const namedLetters = 60

/** What a comment is about, in a few words. `budget`: as it is on the page; null where none is. */
export function placeWords(
  text: Text,
  form: FormTemplate,
  place: CommentPlace | WantedPlace,
  budget: Budget | null,
): string {
  const { comments } = text
  const section = form.sections.find(({ key }) => key === place.section)
  if (budget !== null && place.is === 'field' && section?.kind === 'budget') {
    const cell = commentedCellWords(text, section.budget.labels, budget, place.field)
    if (cell !== null) return cell
  }
  const heading = headingOf(form, place.section)
  switch (place.is) {
    case 'text':
    case 'sentText':
      return `”${shortened(place.quote)}”`
    case 'lockedText':
      return 'quote' in place && place.quote !== ''
        ? `”${shortened(place.quote)}”`
        : `${heading}, ${comments.locked}`
    case 'field':
      return 'quote' in place && place.quote !== ''
        ? `${heading.replace(/:$/, '')}: ”${shortened(place.quote)}”`
        : heading
    case 'section':
      return heading
  }
}

/** It is about one cell of many in its row, which says itself which it is. */
export function isInRow(form: FormTemplate, { is, section }: CommentPlace): boolean {
  return is === 'field' && form.sections.some(({ key, kind }) => key === section && kind === 'budget')
}

export function headingOf(form: FormTemplate, section: string): string {
  return form.sections.find(({ key }) => key === section)?.heading ?? section
}

function shortened(quote: string): string {
  const line = quote.replace(/\s+/g, ' ')
  return line.length > namedLetters ? `${line.slice(0, namedLetters).trimEnd()}…` : line
}

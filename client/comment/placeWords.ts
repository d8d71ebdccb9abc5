import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import type { CommentPlace, WantedPlace } from '../../shared/http/comments.ts'
import type { Text } from '../text/text.ts'

/** Longest quote in a name. */
const namedLetters = 60

/** What a comment is about, in a few words. */
export function placeWords(
  { comments }: Text,
  form: FormTemplate,
  place: CommentPlace | WantedPlace,
): string {
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

export function headingOf(form: FormTemplate, section: string): string {
  return form.sections.find(({ key }) => key === section)?.heading ?? section
}

function shortened(quote: string): string {
  const line = quote.replace(/\s+/g, ' ')
  return line.length > namedLetters ? `${line.slice(0, namedLetters).trimEnd()}…` : line
}

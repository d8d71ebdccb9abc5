import type { WantedPlace } from '../../shared/http/comments.ts'

/** Of the draft of a new comment: another for other words, or what is half written would go along to them. */
export function draftKeyOf(place: WantedPlace): string {
  return ['new', place.section, place.is, ...within(place)].join('.')
}

function within(place: WantedPlace): (string | number)[] {
  switch (place.is) {
    case 'text':
      // The words themselves, whatever is written around them.
      return [place.anchor, place.head]
    case 'sentText':
      return [place.quote, place.before]
    case 'lockedText':
      return [place.from, place.to]
    case 'field':
      return [place.field]
    case 'section':
      return []
  }
}

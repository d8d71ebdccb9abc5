import { Comparer } from '../../../shared/version/compare/Comparer.ts'
import { compareText } from '../../../shared/version/compare/compareText.ts'
import { inlineText } from '../../../shared/version/compare/differenceText.ts'
import { plain } from '../../../shared/version/compare/flatText.ts'

export interface WordingPiece {
  readonly is: 'kept' | 'removed' | 'added'
  readonly text: string
}

/** So much of the longer of the two must be kept for a reader to see what is proposed; else they are read one by one. */
const leastKept = 0.4

/** What a proposed wording changes in the words that it is about; null where they have too little in common. */
export function wordingChanges(quote: string, wording: string): readonly WordingPiece[] | null {
  const [before, after] = [quote.trim(), wording.trim()]
  if (before === '' || after === '') return null
  const pieces = compareText(plain(before), plain(after), new Comparer()).flatMap(
    (segment): WordingPiece[] =>
      segment.is === 'kept' || segment.is === 'removed' || segment.is === 'added'
        ? [{ is: segment.is, text: inlineText(segment.content) }]
        : [],
  )
  const kept = pieces.reduce((sum, { is, text }) => (is === 'kept' ? sum + text.length : sum), 0)
  return kept < leastKept * Math.max(before.length, after.length) ? null : pieces
}

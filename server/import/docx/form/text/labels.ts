import { distance, foldedWords, plainWords, tolerance } from '../letters.ts'
import type { Line } from './linesOf.ts'

/** What is looked for at the beginning of a line, in all the ways it is written. */
export interface Label<Name> {
  readonly name: Name
  readonly texts: readonly string[]
}

export interface FoundLabel<Name> {
  readonly name: Name
  /** The label as it stands in the file, and what stands after it. */
  readonly label: string
  readonly rest: string
  /** Another letter than those with rings and dots is not as in the form. */
  readonly isGuessed: boolean
}

/** Longest that a label is. */
const longest = 90

/**
 * The label that a line begins with: up to its colon or tab, all that is bold, or the whole line. Null when it begins with none.
 * `takesNumber`: a number may stand after it (*Resultatmål 2:*).
 */
export function labelOf<Name>(
  { text, boldLength }: Pick<Line, 'text' | 'boldLength'>,
  labels: readonly Label<Name>[],
  { takesNumber = false }: { readonly takesNumber?: boolean } = {},
): FoundLabel<Name> | null {
  const lengths = [text.indexOf(':') + 1, text.indexOf('\t'), boldLength, text.length].filter(
    length => length > 0 && length <= longest,
  )
  for (const length of lengths) {
    const label = text.slice(0, length)
    const found = nearest(takesNumber ? label.replace(/\s*\d+\s*:?\s*$/, '') : label, labels)
    if (found) {
      const rest = text.slice(length).replace(/^\s*:/, '').trim()
      return { ...found, label: label.trim(), rest }
    }
  }
  return null
}

function nearest<Name>(
  label: string,
  labels: readonly Label<Name>[],
): { readonly name: Name; readonly isGuessed: boolean } | null {
  const words = labelWords(label)
  if (words === '') return null
  let best: { readonly name: Name; readonly wrong: number } | null = null
  for (const { name, texts } of labels) {
    for (const text of texts) {
      const other = labelWords(text)
      const most = tolerance(other.length)
      const wrong = distance(words, other, most)
      if (wrong <= most && (best === null || wrong < best.wrong)) best = { name, wrong }
    }
  }
  return best === null ? null : { name: best.name, isGuessed: best.wrong > 0 }
}

/** Without a number before, colon after, or spaces: *Effekt mål* and *Effektmål* are the same. */
function labelWords(text: string): string {
  return foldedWords(plainWords(text))
    .replace(/^[-•*]?\s*(?:\d{1,2}[.)]\s*)?/, '')
    .replace(/[\s:]+/g, '')
    .replace(/[.]$/, '')
}

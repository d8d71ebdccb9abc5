import type { PaperProse } from '../../paper/Paper.ts'
import { prose } from '../prose.ts'
import { type Typst, typst } from '../typst.ts'

/** Text of one line or several in its look. */
export function prosePart({ text, look }: PaperProse): Typst {
  const words = prose(text)
  if (words.isEmpty || look === 'plain') return words
  return typst`in-look(${look}, ${words})`
}

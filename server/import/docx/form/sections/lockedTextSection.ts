import type { LockedTextSection } from '../../../../../shared/form/FormTemplate.ts'
import type { ReadNote } from '../../../../../shared/import/ReadForm.ts'
import type { WordPart } from '../../word/WordContent.ts'
import { distance, foldedWords } from '../letters.ts'
import { blocksOf } from '../text/blocksOf.ts'
import { linesOf } from '../text/linesOf.ts'
import { paragraphsIn } from '../text/tableContent.ts'
import { type Loose, loose, type SectionRead, type SectionReading } from './SectionRead.ts'

/** Of the words of a paragraph, how many the fixed text has too when it is that text in another wording. */
const likeness = 0.7

/**
 * The fixed text is never taken. What of it is another wording is said sentence by sentence; what is none of it is left
 * over.
 */
export function lockedTextSection(
  section: LockedTextSection,
  parts: readonly WordPart[],
  { look }: SectionReading,
): SectionRead<null> {
  const fixed = [section.heading, section.headingNote ?? '', ...section.parts.flatMap(textsOf)]
  const known = new Set(fixed.flatMap(sentencesIn).map(foldedWords))
  const words = new Set(fixed.flatMap(wordsIn))
  const said = new Set<string>()
  const notes: ReadNote[] = []
  const left: Loose[] = []
  for (const part of parts) {
    const text = linesOf([part])
      .lines.map(line => line.text)
      .join(' ')
    const sentences = sentencesIn(text)
    for (const sentence of sentences) said.add(foldedWords(sentence))
    const other = sentences.filter(sentence => !isAmong(known, foldedWords(sentence)))
    const hasPicture = paragraphsIn([part]).some(({ content }) => content.some(({ is }) => is === 'picture'))
    if (other.length === 0 && !hasPicture) continue
    const count = wordsIn(text)
    const isLike =
      count.filter(word => words.has(word) || word.includes('?')).length >= likeness * count.length
    if (isLike && !hasPicture) notes.push({ kind: 'agreementDiffers', said: other.join(' ') })
    else left.push(...loose('notAsked', blocksOf([part], look).blocks))
  }
  const isWhole = section.parts
    .flatMap(({ paragraphs }) => paragraphs.flatMap(sentencesIn))
    .every(sentence => isAmong(said, foldedWords(sentence)))
  if (parts.length > 0 && !isWhole && notes.length === 0) notes.push({ kind: 'agreementDiffers', said: '' })
  return { content: null, notes, loose: left }
}

/** Whether a sentence is there, letter by letter but for those that are lost. */
function isAmong(sentences: ReadonlySet<string>, sentence: string): boolean {
  return sentences.has(sentence) || [...sentences].some(other => distance(other, sentence, 0) === 0)
}

function textsOf({ heading, paragraphs }: LockedTextSection['parts'][number]): readonly string[] {
  return [heading, ...paragraphs]
}

function sentencesIn(text: string): readonly string[] {
  return text.split(/(?<=[.!])\s+/).filter(sentence => sentence.trim() !== '')
}

function wordsIn(text: string): readonly string[] {
  return foldedWords(text).match(/[\p{L}\d?]+/gu) ?? []
}

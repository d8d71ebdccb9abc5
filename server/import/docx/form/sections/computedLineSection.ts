import type { ComputedLineSection } from '../../../../../shared/form/FormTemplate.ts'
import type { WordPart } from '../../word/WordContent.ts'
import { foldedWords } from '../letters.ts'
import { note } from '../note.ts'
import { blockOf, linesOf } from '../text/linesOf.ts'
import { loose, type SectionRead, type SectionReading } from './SectionRead.ts'

/** The name of the insats once more: only another name, or other words, are left over. */
export function computedLineSection(
  _section: ComputedLineSection,
  parts: readonly WordPart[],
  { sections }: SectionReading,
): SectionRead<null> {
  const { name } = sections
  const known = foldedWords(name?.kind === 'text' ? (name.value ?? '') : '')
  const { lines, figures } = linesOf(parts)
  const others = lines.filter(({ text }) => text !== '' && foldedWords(text) !== known)
  return {
    content: null,
    notes: others.map(({ text }) => note('titleDiffers', text)),
    loose: loose('doesNotFit', [...others.map(blockOf), ...figures]),
  }
}

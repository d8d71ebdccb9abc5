import type { TextSection } from '../../../../../shared/form/FormTemplate.ts'
import type { WordPart } from '../../word/WordContent.ts'
import { note } from '../note.ts'
import { blockOf, linesOf } from '../text/linesOf.ts'
import { type ContentOf, loose, type SectionRead } from './SectionRead.ts'

/** One line: the first paragraph. */
export function textSection(
  { maxLength }: TextSection,
  parts: readonly WordPart[],
): SectionRead<ContentOf<'text'>> {
  const { lines, figures } = linesOf(parts)
  const said = lines.filter(({ text }) => text !== '')
  const end = said.findIndex(({ goesOn }, place) => place > 0 && !goesOn)
  const first = end < 0 ? said : said.slice(0, end)
  const value = first.map(({ text }) => text).join(' ')
  const fits = value.length <= maxLength
  const others = said.slice(fits ? first.length : 0)
  return {
    content: { kind: 'text', value: fits && value !== '' ? value : null },
    notes: fits ? [] : [note('valueTooLong', value)],
    loose: loose('doesNotFit', [...others.map(blockOf), ...figures]),
  }
}

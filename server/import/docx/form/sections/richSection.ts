import type { WordPart } from '../../word/WordContent.ts'
import { blocksOf } from '../text/blocksOf.ts'
import type { ContentOf, SectionRead, SectionReading } from './SectionRead.ts'

/** Running text: all that stands under the heading. */
export function richSection(
  parts: readonly WordPart[],
  { look }: SectionReading,
): SectionRead<ContentOf<'rich'>> {
  const { blocks, notes } = blocksOf(parts, look)
  return {
    content: { kind: 'rich', blocks: blocks.length > 0 ? blocks : [{ type: 'paragraph', content: [] }] },
    notes,
    loose: [],
  }
}

import type { ParagraphContent } from '../../../../shared/document/blockContent.ts'
import { nothing, type Typst, typst } from '../typst.ts'
import type { Writing } from '../Writing.ts'
import { inline } from './inline.ts'

/** A paragraph that is no part of a list, or a subheading under the heading of its section. Empty ones are nothing. */
export function paragraph({ level = 0, indent = 0, content }: ParagraphContent, writing: Writing): Typst {
  const words = inline(content, writing)
  if (words.isEmpty) return nothing
  const { headings } = writing
  if (level > 0) return headings.heading(writing.level + level, level === 1 ? 'plain' : 'small', words)
  return indent === 0 ? typst`par(${words})` : typst`indented(${indent}, ${typst`par(${words})`})`
}

/** The same in a cell of a table, where no heading of the document can stand. */
export function paragraphInCell(
  { level = 0, indent = 0, content }: ParagraphContent,
  writing: Writing,
): Typst {
  const words = inline(content, writing)
  if (words.isEmpty) return nothing
  const heavy = level > 0 ? typst`par(strong(${words}))` : typst`par(${words})`
  return indent === 0 ? heavy : typst`indented(${indent}, ${heavy})`
}

import type { Block } from '../../shared/document/blockContent.ts'
import type { BudgetLineContent, FilledForm, SectionContent } from '../../shared/document/filledForm.ts'

/**
 * What a filled form says, without what depends on how it came to be: a figure's picture, which has another hash and
 * size when the server has cleaned it, and the rows of a budget that nobody has written in, of which a form begins with
 * some.
 */
export function comparable(filled: FilledForm): FilledForm {
  const sections = Object.entries(filled.sections).map(([key, content]) => [key, comparableSection(content)])
  return { formId: filled.formId, sections: Object.fromEntries(sections) }
}

function comparableSection(content: SectionContent): SectionContent {
  if (content.kind === 'rich') return { ...content, blocks: content.blocks.map(withoutPicture) }
  if (content.kind !== 'budget') return content
  return { ...content, lines: content.lines.filter(hasFigures) }
}

function hasFigures({ amounts, years, percent, specification }: BudgetLineContent): boolean {
  return amounts.length > 0 || Object.keys(years).length > 0 || percent !== null || specification !== null
}

function withoutPicture(block: Block): Block {
  return block.type === 'figure' ? { ...block, image: 'a picture', width: 1, height: 1 } : block
}

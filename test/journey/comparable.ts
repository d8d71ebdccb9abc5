import type { Block } from '../../shared/document/blockContent.ts'
import type { FilledForm, SectionContent } from '../../shared/document/filledForm.ts'

/**
 * What a filled form says, without what depends on how it came to be:
 * a figure's picture, which has another hash and size when the server has cleaned it, and the sum of an amount
 * that is asked for per year, which is reckoned and not stored.
 */
export function comparable(filled: FilledForm): FilledForm {
  const sections = Object.entries(filled.sections).map(([key, content]) => [key, comparableSection(content)])
  return { formId: filled.formId, sections: Object.fromEntries(sections) }
}

function comparableSection(content: SectionContent): SectionContent {
  if (content.kind === 'rich') return { ...content, blocks: content.blocks.map(withoutPicture) }
  if (content.kind !== 'amount') return content
  const years = Object.values(content.perYear)
  return years.length === 0 ? content : { ...content, total: years.reduce((sum, year) => sum + year, 0) }
}

function withoutPicture(block: Block): Block {
  return block.type === 'figure' ? { ...block, image: 'a picture', width: 1, height: 1 } : block
}

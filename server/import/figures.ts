import type { Block, FigureContent } from '../../shared/document/blockContent.ts'
import type { FilledForm, SectionContent } from '../../shared/document/filledForm.ts'

/** The figures in all running text of a form. */
export function figuresIn({ sections }: FilledForm): FigureContent[] {
  return Object.values(sections).flatMap(figuresOf)
}

function figuresOf(content: SectionContent): FigureContent[] {
  return content.kind === 'rich' ? content.blocks.filter(isFigure) : []
}

export function isFigure(block: Block): block is FigureContent {
  return block.type === 'figure'
}

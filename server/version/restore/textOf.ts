import type { Block, CellContent, Inline } from '../../../shared/document/blockContent.ts'

/** All that a block says, to see what it is like. */
export function textOfBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return textOfInline(block.content)
    case 'table':
      return block.rows.flat().map(textOfCell).join(' ')
    case 'figure':
      return [block.image, block.alt, textOfInline(block.caption)].join(' ')
  }
}

export function textOfCell({ content }: CellContent): string {
  return content.map(textOfBlock).join(' ')
}

export function textOfInline(content: readonly Inline[]): string {
  return content
    .map(inline => {
      if (inline.type === 'text') return inline.text
      return inline.type === 'footnote' ? ` ${textOfInline(inline.content)} ` : ` ${inline.sum} `
    })
    .join('')
}

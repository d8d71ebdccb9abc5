import type { Block, Inline, ParagraphContent } from '../document/blockContent.ts'

/** True for text that loses nothing of what it says when it is written without formats: neither table, figure nor sum. */
export function isPlain(block: Block): block is ParagraphContent {
  return block.type === 'paragraph' && block.content.every(part => part.type !== 'budgetFigure')
}

/** A paragraph as plain text. A footnote stands in brackets where its number was, and so does the address of a link. */
export function plainLine(paragraph: ParagraphContent): string {
  return paragraph.content.map(plainInline).join('').trim()
}

function plainInline(part: Inline): string {
  switch (part.type) {
    case 'text':
      return part.link === undefined || part.text.includes(addressOf(part.link))
        ? part.text
        : `${part.text} (${addressOf(part.link)})`
    case 'footnote':
      return ` (${part.content.map(plainInline).join('')})`
    case 'budgetFigure':
      return ''
  }
}

/** A mail or telephone link without its scheme, which nobody writes. */
function addressOf(link: string): string {
  return link.replace(/^(?:mailto|tel):/i, '')
}

import type { Block } from '../../document/blockContent.ts'

/** A paragraph without words: white space alone. */
export function isBlank(block: Block): boolean {
  return (
    block.type === 'paragraph' && block.content.every(part => part.type === 'text' && part.text.trim() === '')
  )
}

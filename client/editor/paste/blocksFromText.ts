import type { Block } from '../../../shared/document/blockContent.ts'

/** Plain text: a line is a paragraph. */
export function blocksFromText(text: string): Block[] {
  return text
    .split(/\r\n?|\n/)
    .map(line => line.replace(/\t/g, ' '))
    .filter(line => line.trim() !== '')
    .map(line => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }))
}

import type { WordPart } from './WordContent.ts'

/** Whether there is anything but empty paragraphs. */
export function hasWords(parts: readonly WordPart[]): boolean {
  return parts.some(
    part => part.is === 'table' || part.content.some(one => one.is !== 'text' || /\S/.test(one.text)),
  )
}

/** Whether there are words, and all of them are bold. */
export function isAllHeavy(parts: readonly WordPart[]): boolean {
  const said = parts.filter(part => hasWords([part]))
  return said.length > 0 && said.every(part => part.is === 'paragraph' && part.looksLikeHeading)
}

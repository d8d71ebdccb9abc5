import type { WordInline, WordParagraph } from '../word/WordContent.ts'

/** What stands in a line as one string, one character for each box and break; footnotes and pictures are not in it. */
export function textOf(content: readonly WordInline[]): string {
  return content.map(textOfInline).join('')
}

export function textOfInline(part: WordInline): string {
  switch (part.is) {
    case 'text':
      return part.text
    case 'break':
      return '\n'
    case 'box':
      return part.isTicked ? '☒' : '☐'
    case 'footnote':
    case 'picture':
      return ''
  }
}

/** What stands after the first `length` characters of `textOf(content)`. */
export function contentAfter(content: readonly WordInline[], length: number): readonly WordInline[] {
  const rest: WordInline[] = []
  let left = length
  for (const part of content) {
    const size = textOfInline(part).length
    if (left >= size && size > 0) left -= size
    else if (left > 0 && part.is === 'text') {
      rest.push({ ...part, text: part.text.slice(left) })
      left = 0
    } else rest.push(part)
  }
  return rest
}

/** True when there is something to read, look at or tick. */
export function saysSomething({ content }: WordParagraph): boolean {
  return content.some(part => part.is !== 'break' && (part.is !== 'text' || part.text.trim() !== ''))
}

/** The lines that breaks part a paragraph into. */
export function linesOfContent(content: readonly WordInline[]): readonly (readonly WordInline[])[] {
  const lines: WordInline[][] = [[]]
  for (const part of content) {
    if (part.is === 'break') lines.push([])
    else lines.at(-1)?.push(part)
  }
  return lines
}

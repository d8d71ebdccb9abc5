import type { Inline, ParagraphContent } from '../../../../../shared/document/blockContent.ts'
import { deepestIndent } from '../../../../../shared/document/nodes/attributes.ts'
import type { WordInline, WordParagraph } from '../../word/WordContent.ts'
import { linesOfContent, textOf } from '../inlines.ts'
import { inlineContent } from './inlineContent.ts'

/** How a file shows its headings. */
export interface TextLook {
  /** Level of the style of the form's own headings; null when they are known by their words and looks alone. */
  readonly level: number | null
  /** Level above the highest of the headings in running text. */
  readonly above: number
}

/** Longest line that is a subheading only because all of it is bold. */
const longestBoldHeading = 90

/**
 * A paragraph of a file, its pictures left out, as running text: several where it has breaks, and at least one. Headings
 * that the form does not know are the person's own subheadings.
 */
export function paragraphContents(
  paragraph: WordParagraph,
  content: readonly WordInline[],
  look: TextLook,
): readonly ParagraphContent[] {
  const level = levelOf(paragraph, content, look)
  if (level !== 0) {
    const joined = content.map(part => (part.is === 'break' ? space : part))
    const inlines = inlineContent(joined)
    return [
      { type: 'paragraph', level, content: paragraph.heading === null ? inlines.map(withoutBold) : inlines },
    ]
  }
  const { list } = paragraph
  const indent = Math.min(deepestIndent, Math.max(0, paragraph.indent))
  return linesOfContent(content).map((line, place): ParagraphContent => {
    const isItem = list !== null && place === 0
    const inwards = list !== null && place > 0 ? Math.min(deepestIndent, indent + 1) : indent
    return {
      type: 'paragraph',
      ...(isItem ? { list } : {}),
      ...(inwards > 0 ? { indent: inwards } : {}),
      content:
        textOf(line).trim() === '' && line.every(part => part.is === 'text') ? [] : inlineContent(line),
    }
  })
}

const space = { is: 'text', text: ' ', isBold: false, isItalic: false, link: null, control: null } as const

function levelOf(
  { heading, list }: WordParagraph,
  content: readonly WordInline[],
  { level, above }: TextLook,
): 0 | 1 | 2 {
  const text = textOf(content).trim()
  if (text === '') return 0
  if (heading === 'title') return 1
  if (heading !== null) return heading <= above + 1 ? 1 : 2
  if (level !== null || list !== null || text.length > longestBoldHeading || /[.,;!]$/.test(text)) return 0
  const isBold = content.every(part => part.is === 'text' && (part.isBold || part.text.trim() === ''))
  return isBold ? 1 : 0
}

function withoutBold(inline: Inline): Inline {
  if (inline.type !== 'text') return inline
  const { bold: _, ...rest } = inline
  return rest
}

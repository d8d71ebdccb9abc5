import { Paragraph } from 'docx'
import type { ParagraphContent } from '../../../../shared/document/blockContent.ts'
import { stepTwips } from '../Lists.ts'
import { styles } from '../styles.ts'
import type { Writing } from '../Writing.ts'
import { inline } from './inline.ts'

/** The list that an item stands in: which one, and how deep. */
export interface InList {
  readonly reference: 'bullet' | 'number'
  readonly level: number
  readonly instance: number
}

/** What a cell makes of the paragraphs in it. */
export interface InCell {
  /** Of all but subheadings. */
  readonly style: string
  /** In twentieths of a point; what is further in stands there. */
  readonly mostIndent: number
}

/** A paragraph, an item of a list, or a subheading under the heading of its section. */
export function paragraph(
  { level = 0, indent = 0, content }: ParagraphContent,
  inList: InList | null,
  writing: Writing,
  inCell?: InCell,
): Paragraph {
  const children = inline(content, writing)
  const styled = inCell ? { style: inCell.style } : {}
  const most = inCell?.mostIndent ?? Number.POSITIVE_INFINITY
  if (inList) {
    const isTooDeep = stepTwips * (inList.level + 1) > most
    const shallow = isTooDeep ? { indent: { left: most, hanging: Math.min(stepTwips, most) } } : {}
    return new Paragraph({ ...styled, ...shallow, numbering: { ...inList }, children })
  }
  const indented = indent > 0 ? { indent: { left: Math.min(stepTwips * indent, most) } } : {}
  if (level === 1) return new Paragraph({ style: styles.subheading, ...indented, children })
  if (level === 2) return new Paragraph({ style: styles.smallHeading, ...indented, children })
  return new Paragraph({ ...styled, ...indented, children })
}

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

/** A paragraph, an item of a list, or a subheading under the heading of its section. */
export function paragraph(
  { level = 0, indent = 0, content }: ParagraphContent,
  inList: InList | null,
  writing: Writing,
): Paragraph {
  const children = inline(content, writing)
  if (level === 1) return new Paragraph({ style: styles.subheading, children })
  if (level === 2) return new Paragraph({ style: styles.smallHeading, children })
  if (inList) return new Paragraph({ numbering: { ...inList }, children })
  return new Paragraph({ children, ...(indent > 0 ? { indent: { left: stepTwips * indent } } : {}) })
}

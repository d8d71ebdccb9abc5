import { BorderStyle, Paragraph } from 'docx'
import { plainText } from '../plainText.ts'
import { styles } from '../styles.ts'

const styleOf = {
  1: styles.title,
  2: styles.section,
  3: styles.subheading,
  4: styles.smallHeading,
} as const

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** A heading of a paper: as that of an ansökan, without the box that belongs to the form. */
export function paperHeading(level: 1 | 2 | 3 | 4, text: string): Paragraph {
  return new Paragraph({
    style: styleOf[level],
    ...(level === 2 ? { border: { top: none, bottom: none, left: none, right: none } } : {}),
    text: plainText(text),
  })
}

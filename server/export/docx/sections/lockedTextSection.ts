import { type FileChild, Paragraph, TextRun } from 'docx'
import type { LockedTextSection } from '../../../../shared/form/FormTemplate.ts'
import { LockedControl } from '../LockedControl.ts'
import { styles } from '../styles.ts'

/** The fixed text of the form version, which nobody can change in Word either. */
export function lockedTextSection({ heading, headingNote, parts }: LockedTextSection): FileChild[] {
  const note =
    headingNote === null
      ? []
      : [new Paragraph({ children: [new TextRun({ text: headingNote, italics: true })] })]
  const texts = parts.flatMap(({ heading, paragraphs }) => [
    new Paragraph({ style: styles.subheading, text: heading }),
    ...paragraphs.map(text => new Paragraph({ text })),
  ])
  return [new LockedControl(heading, [...note, ...texts])]
}

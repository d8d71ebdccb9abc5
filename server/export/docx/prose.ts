import { type FileChild, type IParagraphOptions, Paragraph } from 'docx'
import { plainText } from './plainText.ts'
import { styles } from './styles.ts'
import { textRun } from './textRun.ts'

/** Plain text of several lines, a paragraph for each; nothing where there is none. */
export function prose(text: string): FileChild[] {
  if (text.trim() === '') return []
  return text.split('\n').map(line => new Paragraph({ children: [textRun(line)] }))
}

/** A label of the form, exactly as it is printed, with the answer after it: one paragraph, whatever lines it has. */
export function labelled(
  label: string,
  answer: string,
  look: Pick<IParagraphOptions, 'keepNext' | 'spacing'> = {},
): Paragraph {
  return new Paragraph({ ...look, children: [textRun(`${label} `, { bold: true }), textRun(answer)] })
}

export function label(text: string): Paragraph {
  return new Paragraph({ style: styles.label, text: plainText(text) })
}

import { type FileChild, Paragraph, TextRun } from 'docx'
import { plainText } from './plainText.ts'
import { styles } from './styles.ts'

/** Plain text of several lines, a paragraph for each; nothing where there is none. */
export function prose(text: string): FileChild[] {
  if (text.trim() === '') return []
  return text.split('\n').map(line => new Paragraph({ text: plainText(line) }))
}

/** A label of the form, exactly as it is printed, with the answer after it on its line and under it. */
export function labelled(label: string, answer: string): FileChild[] {
  const [first = '', ...others] = answer.split('\n')
  return [
    new Paragraph({
      children: [new TextRun({ text: `${label} `, bold: true }), new TextRun(plainText(first))],
    }),
    ...others.map(line => new Paragraph({ text: plainText(line) })),
  ]
}

export function label(text: string): Paragraph {
  return new Paragraph({ style: styles.label, text: plainText(text) })
}

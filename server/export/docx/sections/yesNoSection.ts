import { CheckBox, type FileChild, Paragraph, TextRun } from 'docx'
import type { YesNoContent } from '../../../../shared/document/filledForm.ts'
import type { YesNoSection } from '../../../../shared/form/FormTemplate.ts'
import { formWords } from '../../words.ts'
import { labelled, prose } from '../prose.ts'

/** Two boxes to tick, and what was said about it. */
export function yesNoSection({ commentLabel }: YesNoSection, { answer, comment }: YesNoContent): FileChild[] {
  const boxes = (['yes', 'no'] as const).map(
    one =>
      new Paragraph({
        keepNext: one === 'yes',
        children: [
          new CheckBox({
            alias: formWords[one],
            checked: answer === one,
            checkedState: { value: '2612', font: 'MS Gothic' },
            uncheckedState: { value: '2610', font: 'MS Gothic' },
          }),
          new TextRun(` ${formWords[one]}`),
        ],
      }),
  )
  return [...boxes, ...(commentLabel === null ? prose(comment) : [labelled(commentLabel, comment)])]
}

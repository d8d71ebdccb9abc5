import type { YesNoContent } from '../../../../shared/document/filledForm.ts'
import type { YesNoSection } from '../../../../shared/form/FormTemplate.ts'
import { formWords } from '../../words.ts'
import { labelled, prose } from '../prose.ts'
import { joined, type Typst, typst } from '../typst.ts'

/** Two boxes, of which one is ticked, and what was said about it. */
export function yesNoSection({ commentLabel }: YesNoSection, { answer, comment }: YesNoContent): Typst {
  const boxes = (['yes', 'no'] as const).map(
    one => typst`box-line(${answer === one ? '☒' : '☐'}, ${formWords[one]})`,
  )
  return joined([
    typst`together(${joined(boxes)})`,
    commentLabel === null ? prose(comment) : labelled(commentLabel, comment),
  ])
}

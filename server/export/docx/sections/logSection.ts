import { type FileChild, Paragraph } from 'docx'
import type { LogContent } from '../../../../shared/document/filledForm.ts'
import { formatFuzzyDate } from '../../../../shared/form/fuzzyDate.ts'
import { labelled } from '../prose.ts'
import { textRun } from '../textRun.ts'

/** Dated events, a paragraph each, in the order of the form. */
export function logSection({ items }: LogContent): FileChild[] {
  return items.map(({ on, text }) =>
    on === null
      ? new Paragraph({ children: [textRun(text)] })
      : labelled(`${formatFuzzyDate(on, 'sv')}:`, text),
  )
}

import type { FileChild } from 'docx'
import type { LogContent } from '../../../../shared/document/filledForm.ts'
import { formatFuzzyDate } from '../../../../shared/form/fuzzyDate.ts'
import { labelled, prose } from '../prose.ts'

/** Dated events, a line each, in the order of the form. */
export function logSection({ items }: LogContent): FileChild[] {
  return items.flatMap(({ on, text }) =>
    on === null ? prose(text) : labelled(`${formatFuzzyDate(on, 'sv')}:`, text),
  )
}

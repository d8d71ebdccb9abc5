import type { FileChild } from 'docx'
import type { PeriodContent } from '../../../../shared/document/filledForm.ts'
import type { PeriodSection } from '../../../../shared/form/FormTemplate.ts'
import { formatFuzzyDate } from '../../../../shared/form/fuzzyDate.ts'
import { labelled } from '../prose.ts'

/** The planned time. */
export function periodSection(section: PeriodSection, { start, end, intakeEnd }: PeriodContent): FileChild[] {
  const { startLabel, endLabel, intakeEndLabel } = section
  const intake = intakeEnd === null ? '' : formatFuzzyDate(intakeEnd, 'sv')
  return [
    labelled(startLabel, start ?? ''),
    labelled(endLabel, end ?? ''),
    ...(intakeEndLabel === null ? [] : [labelled(intakeEndLabel, intake)]),
  ]
}

import type { PeriodContent } from '../../../../shared/document/filledForm.ts'
import type { PeriodSection } from '../../../../shared/form/FormTemplate.ts'
import { formatFuzzyDate } from '../../../../shared/form/fuzzyDate.ts'
import type { Html } from '../html.ts'
import { facts } from '../prose.ts'

/** The planned time. */
export function periodSection(section: PeriodSection, { start, end, intakeEnd }: PeriodContent): Html {
  return facts([
    [section.startLabel, start ?? ''],
    [section.endLabel, end ?? ''],
    [section.intakeEndLabel ?? '', intakeEnd === null ? '' : formatFuzzyDate(intakeEnd, 'sv')],
  ])
}

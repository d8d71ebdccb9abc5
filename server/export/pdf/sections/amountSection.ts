import { amountInForm } from '../../../../shared/budget/amountInForm.ts'
import type { AmountContent } from '../../../../shared/document/filledForm.ts'
import type { AmountSection } from '../../../../shared/form/FormTemplate.ts'
import { formWords, kronor } from '../../words.ts'
import { labelled, prose } from '../prose.ts'
import { joined, type Typst } from '../typst.ts'
import type { Writing } from '../Writing.ts'

/** The amount sought, as the budget says it; per year where the form asks for it. */
export function amountSection(
  { perYear }: AmountSection,
  { total, perYear: typedYears, note }: AmountContent,
  { budget, sums }: Writing,
): Typst {
  const years = new Map(Object.entries(typedYears).map(([year, amount]) => [Number(year), amount]))
  const inForm = amountInForm(budget, sums, { total, years }, perYear)
  const lines = [...inForm.years].map(([year, amount]) => labelled(`${year}:`, kronor(amount)))
  if (inForm.undistributed !== 0) {
    const left = inForm.undistributed < 0 ? formWords.tooMuch : formWords.undistributed
    lines.push(labelled(`${left}:`, kronor(Math.abs(inForm.undistributed))))
  }
  const whole = lines.length > 0 || inForm.total === null ? lines : [prose(kronor(inForm.total))]
  return joined([...whole, prose(note)])
}

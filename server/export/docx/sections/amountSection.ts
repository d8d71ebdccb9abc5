import { type FileChild, Paragraph } from 'docx'
import { amountInForm } from '../../../../shared/budget/amountInForm.ts'
import { budgetOfForm } from '../../../../shared/budget/budgetOfForm.ts'
import { sumsOf } from '../../../../shared/budget/sums.ts'
import type { AmountContent } from '../../../../shared/document/filledForm.ts'
import type { AmountSection } from '../../../../shared/form/FormTemplate.ts'
import { formWords, kronor } from '../../html/words.ts'
import { labelled, prose } from '../prose.ts'
import type { Writing } from '../Writing.ts'

/** The amount sought, as the budget says it; per year where the form asks for it. */
export function amountSection(
  { perYear }: AmountSection,
  { total, perYear: typedYears, note }: AmountContent,
  { template, form }: Writing,
): FileChild[] {
  const budget = budgetOfForm(template, form)
  const years = new Map(Object.entries(typedYears).map(([year, amount]) => [Number(year), amount]))
  const said = amountInForm(budget, sumsOf(budget), { total, years }, perYear)
  const lines = [...said.years].flatMap(([year, amount]) => labelled(`${year}:`, kronor(amount)))
  const left = said.undistributed < 0 ? formWords.tooMuch : formWords.undistributed
  if (said.undistributed !== 0) lines.push(...labelled(`${left}:`, kronor(Math.abs(said.undistributed))))
  const whole = lines.length > 0 || said.total === null ? lines : [new Paragraph(kronor(said.total))]
  return [...whole, ...prose(note)]
}

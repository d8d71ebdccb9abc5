import { type FileChild, Paragraph } from 'docx'
import { amountInForm } from '../../../../shared/budget/amountInForm.ts'
import type { BudgetSum } from '../../../../shared/budget/budgetFigure.ts'
import { budgetOfForm } from '../../../../shared/budget/budgetOfForm.ts'
import { sumsOf } from '../../../../shared/budget/sums.ts'
import type { AmountContent } from '../../../../shared/document/filledForm.ts'
import type { AmountSection } from '../../../../shared/form/FormTemplate.ts'
import { formWords, kronor } from '../../words.ts'
import { liveFigure } from '../nodes/liveFigure.ts'
import { labelled, prose } from '../prose.ts'
import { textRun } from '../textRun.ts'
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
  // What nobody has typed is the budget's, and is read back as nothing typed.
  const figure = (sum: BudgetSum, amount: number, typed: number | null | undefined) =>
    amount === typed ? textRun(kronor(amount)) : liveFigure(sum, kronor(amount))
  const lines = [...said.years].map(
    ([year, amount]) =>
      new Paragraph({
        children: [textRun(`${year}: `, { bold: true }), figure(`${year}`, amount, typedYears[year])],
      }),
  )
  const left = said.undistributed < 0 ? formWords.tooMuch : formWords.undistributed
  if (said.undistributed !== 0) lines.push(labelled(`${left}:`, kronor(Math.abs(said.undistributed))))
  if (lines.length === 0 && said.total !== null)
    lines.push(new Paragraph({ children: [figure('sought', said.total, total)] }))
  return [...lines, ...prose(note)]
}

import { unwrittenBudget } from '../../shared/budget/seedBudget.ts'
import { yearsOf } from '../../shared/budget/sums.ts'
import type { AmountContent, BudgetContent, FilledForm } from '../../shared/document/filledForm.ts'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'

/**
 * A filled form as somebody enters it, whose amount is what its budget adds up to: nobody types an amount beside it. One
 * of which only the amount is known has it as *Övrigt* of the owner; and no sheet has a column for a year outside the
 * period.
 */
export function asEntered(form: FormTemplate, filled: FilledForm): FilledForm {
  const sections = { ...filled.sections }
  for (const section of form.sections) {
    const content = sections[section.key]
    if (section.kind === 'amount' && content?.kind === 'amount') {
      sections[section.key] = { ...content, total: null, perYear: {} }
    }
    if (section.kind !== 'budget') continue
    const known = content?.kind === 'budget' ? content : null
    const amount = Object.values(filled.sections).find(other => other.kind === 'amount')
    const budget = known ?? withAmount(unwrittenBudget(section.budget), amount)
    sections[section.key] = withinPeriod(budget, yearsIn(filled))
  }
  return { ...filled, sections }
}

function withAmount(budget: BudgetContent, amount: AmountContent | undefined): BudgetContent {
  const kronor = amount?.total ?? null
  if (!amount || kronor === null) return budget
  return {
    ...budget,
    lines: budget.lines.map(line =>
      line.block === 'other' && line.label === 'Övrigt'
        ? { ...line, amounts: [{ party: 'owner', kronor }] }
        : line,
    ),
    otherYears: amount.perYear,
  }
}

function withinPeriod(budget: BudgetContent, years: readonly number[]): BudgetContent {
  const within = (amounts: Readonly<Record<number, number>>) =>
    Object.fromEntries(Object.entries(amounts).filter(([year]) => years.includes(Number(year))))
  return {
    ...budget,
    lines: budget.lines.map(line => ({ ...line, years: within(line.years) })),
    otherYears: within(budget.otherYears),
  }
}

function yearsIn(filled: FilledForm): readonly number[] {
  const period = Object.values(filled.sections).find(content => content.kind === 'period')
  return period ? yearsOf(period) : []
}

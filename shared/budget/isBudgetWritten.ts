import type { FilledForm } from '../document/filledForm.ts'
import type { FormTemplate } from '../form/FormTemplate.ts'
import { budgetOfForm } from './budgetOfForm.ts'
import { isWritten } from './seedBudget.ts'

/** Whether somebody has written in the budget of a form: it has more than the rows that one begins with. */
export function isBudgetWritten(template: FormTemplate, form: FilledForm): boolean {
  const section = template.sections.find(section => section.kind === 'budget')
  if (!section) return false
  const { lines, otherYears } = budgetOfForm(template, form)
  return otherYears.size > 0 || lines.some(line => isWritten(section.budget, line))
}

import type * as Y from 'yjs'
import type { FormTemplate } from '../form/FormTemplate.ts'
import type { Budget } from './Budget.ts'
import type { BudgetFacts } from './Finding.ts'
import { readBudget } from './readBudget.ts'
import { readTyped } from './readTyped.ts'

/** What the rules look at in a document now. A budget that has been read already may be given. */
export function readFacts(
  doc: Y.Doc,
  form: FormTemplate,
  budget: Budget = readBudget(doc, form),
): BudgetFacts {
  const section = form.sections.find(section => section.kind === 'amount')
  return {
    budget,
    typed: section ? readTyped(doc, section.key) : { total: null, years: new Map() },
    // The workbook of 2024 is the first that has a sheet of the years (BV21).
    distribution: form.id === '2024' ? 'required' : 'advised',
  }
}

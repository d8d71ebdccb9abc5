import { useMemo, useSyncExternalStore } from 'react'
import * as Y from 'yjs'
import type { Budget } from '../../shared/budget/Budget.ts'
import { seedBudget } from '../../shared/budget/seedBudget.ts'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import { useForm } from '../form/FormContext.ts'
import { BudgetStore, type BudgetView, budgetStore } from './BudgetStore.ts'

/** The budget of the form on the page: of the open document, or as it lies in the drawer. */
export function useBudgetStore(): BudgetStore {
  const { form, open } = useForm()
  return useMemo(() => (open === null ? blankStore(form) : budgetStore(open.live.doc, form)), [form, open])
}

/** The whole budget; draws again at every change of it. */
export function useBudget(): Budget {
  const store = useBudgetStore()
  return useSyncExternalStore(store.subscribe, store.budget)
}

/** Something read out of the budget and its sums; draws again only when the answer is another one. */
export function useOfBudget<Answer extends number | string | boolean | null | object>(
  read: (view: BudgetView) => Answer,
): Answer {
  const store = useBudgetStore()
  return useSyncExternalStore(store.subscribe, () => read(store.view()))
}

/** How many columns for partners an empty sheet is drawn with, as in the workbook. */
const blankPartners = 3

const blanks = new WeakMap<FormTemplate, BudgetStore>()

function blankStore(form: FormTemplate): BudgetStore {
  const known = blanks.get(form)
  if (known) return known
  const doc = new Y.Doc()
  const store = new BudgetStore(doc, form)
  const partners = form.sections.find(section => section.kind === 'parties' && section.role === 'partner')
  doc.transact(() => {
    seedBudget(doc.getMap(store.section), store.template)
    if (!partners) return
    for (let number = 1; number <= blankPartners; number++) {
      const partner = new Y.Map<unknown>()
      partner.set('order', `a${number}`)
      doc.getMap(partners.key).set(`blank-${number}`, partner)
    }
  })
  blanks.set(form, store)
  return store
}

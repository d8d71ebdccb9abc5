import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { amountKey, shareKey } from '../../../shared/budget/budgetKeys.ts'
import { findingsOf } from '../../../shared/budget/findings.ts'
import { readFacts } from '../../../shared/budget/readFacts.ts'
import { seedBudget } from '../../../shared/budget/seedBudget.ts'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import { form2019 } from '../../../shared/form/forms/2019/form.ts'
import { budget2024 } from '../../../shared/form/forms/2024/budget.ts'
import { form2024 } from '../../../shared/form/forms/2024/form.ts'
import { ruled } from './budgets.ts'

/** Two years, and 600 000 kr of the owner for rent. */
function document(): Y.Doc {
  const doc = new Y.Doc()
  seedBudget(doc.getMap('budget'), budget2024)
  doc.getMap('owner').set('organisation', 'Heby kommun')
  doc.getMap('owner').set('resourcesSought', new Y.Text('En lokal'))
  doc.getMap('period').set('start', '2025-01-01')
  doc.getMap('period').set('end', '2026-12-31')
  doc.getMap('budget').set(amountKey('owner', 'premises-1'), 600_000)
  return doc
}

function found(doc: Y.Doc, form: FormTemplate): readonly string[] {
  return ruled(findingsOf(readFacts(doc, form)))
}

describe('what the rules look at in a document', () => {
  it('is whether its form asks for the years', () => {
    expect(found(document(), form2024)).toEqual(['BV21 error'])
    expect(found(document(), form2019)).toEqual(['BV21 warning'])
  })

  it('is the years that are written', () => {
    const doc = document()
    doc.getMap('budget').set(shareKey(2025, 'premises-1'), 600_000)
    expect(found(doc, form2024)).toEqual([])
  })

  it('is what is typed in the section of the amount, in all or per year, but not what is said beside it', () => {
    const doc = document()
    doc.getMap('budget').set(shareKey(2025, 'premises-1'), 600_000)
    doc.getMap('budgetAmount').set('note', new Y.Text('4 000 kr'))
    doc.getMap('budgetAmount').set('total', 600_000)
    expect(found(doc, form2019)).toEqual([])
    doc.getMap('budgetAmount').set('total', null)
    doc.getMap('budgetAmount').set('2026', 600_000)
    expect(readFacts(doc, form2019).typed).toEqual({ total: null, years: new Map([[2026, 600_000]]) })
    expect(found(doc, form2019)).toEqual(['BV9 error'])
  })
})

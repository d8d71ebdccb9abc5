import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createUndo } from '../../../client/editor/undo.ts'
import type { OpenFields } from '../../../client/form/FieldsContext.ts'
import { dropTyped, putInBudget } from '../../../client/form/sections/typedAmount.ts'
import { WrittenValues } from '../../../client/form/writtenValues.ts'
import { amountInForm, saysOtherwise } from '../../../shared/budget/amountInForm.ts'
import { readBudget } from '../../../shared/budget/readBudget.ts'
import { readTyped } from '../../../shared/budget/readTyped.ts'
import { sumsOf } from '../../../shared/budget/sums.ts'
import { fillDocument } from '../../../shared/document/fillDocument.ts'
import { rootsOf } from '../../../shared/document/roots.ts'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import { form2019 } from '../../../shared/form/forms/2019/form.ts'
import { form2024 } from '../../../shared/form/forms/2024/form.ts'

/** A new ansökan with what is typed as its amount, opened by somebody. */
function opened(form: FormTemplate, typed: Readonly<Record<string, number>>) {
  const doc = new Y.Doc()
  fillDocument(doc, form, {}, () => 'unused')
  for (const [key, value] of Object.entries(typed)) doc.getMap('budgetAmount').set(key, value)
  const values = new WrittenValues(doc, {
    personId: 'anna',
    memory: { load: () => new Map(), keep: () => {}, drop: () => {} },
    authorOf: () => null,
    now: () => 0,
  })
  const undo = createUndo(doc, rootsOf(form))
  const open = { live: { doc, undo }, values } as unknown as OpenFields
  const said = () => {
    const budget = readBudget(doc, form)
    const typed = readTyped(doc, 'budgetAmount')
    const perYear = form.sections.some(section => section.kind === 'amount' && section.perYear)
    const amount = amountInForm(budget, sumsOf(budget), typed, perYear)
    return { ...amount, years: Object.fromEntries(amount.years), otherwise: saysOtherwise(typed, amount) }
  }
  return { doc, open, undo, said, budget: doc.getMap('budget') }
}

describe('an amount typed before there was a budget', () => {
  it('counts while the budget has no amounts', () => {
    const { said, budget } = opened(form2024, { total: 1_200_000 })
    expect(said()).toMatchObject({ from: 'typed', total: 1_200_000, otherwise: false })
    budget.set('owner.salary-1', 1_000_000)
    expect(said()).toMatchObject({ from: 'budget', total: 1_000_000, otherwise: true })
    budget.set('owner.salary-1', 1_200_000)
    expect(said()).toMatchObject({ from: 'budget', total: 1_200_000, otherwise: false })
  })

  it('is nothing where nobody has typed any', () => {
    expect(opened(form2024, {}).said()).toMatchObject({ from: 'nothing', total: null })
  })

  it('becomes Övrigt of the owner in one step, which undo and its button take back whole', () => {
    const { open, undo, said, budget, doc } = opened(form2024, { total: 1_200_000 })
    const takeBack = putInBudget(open, 'budgetAmount', 'budget')
    expect(said()).toMatchObject({ from: 'budget', total: 1_200_000, otherwise: false })
    expect(budget.get('owner.other-10')).toBe(1_200_000)
    expect(doc.getMap('budgetAmount').get('total')).toBeNull()
    undo.undo()
    expect(said()).toMatchObject({ from: 'typed', total: 1_200_000 })
    undo.redo()
    takeBack()
    expect(said()).toMatchObject({ from: 'typed', total: 1_200_000 })
    expect(budget.get('owner.other-10')).toBeNull()
  })

  it('becomes a row of its own where there is no Övrigt, and the row goes when that is taken back', () => {
    const { open, said, budget, doc } = opened(form2024, { total: 500 })
    const row = budget.get('other-10')
    if (row instanceof Y.Map) row.set('removed', true)
    const takeBack = putInBudget(open, 'budgetAmount', 'budget')
    const rows = () => readBudget(doc, form2024).lines.filter(line => line.label === 'Övrigt')
    expect(rows().map(({ block, amounts }) => [block, amounts.get('owner')])).toEqual([['other', 500]])
    takeBack()
    expect(rows()).toEqual([])
    expect(said()).toMatchObject({ from: 'typed', total: 500 })
  })

  it('takes its years along, where the form asks per year', () => {
    const { open, said } = opened(form2019, { '2020': 600_000, '2021': 450_000 })
    expect(said()).toMatchObject({ from: 'typed', total: 1_050_000, years: { 2020: 600_000, 2021: 450_000 } })
    putInBudget(open, 'budgetAmount', 'budget')
    expect(said()).toMatchObject({
      from: 'budget',
      total: 1_050_000,
      years: { 2020: 600_000, 2021: 450_000 },
      undistributed: 0,
    })
  })

  it('is removed when the budget is to be alone, and comes back where nobody has written since', () => {
    const { open, said, budget, doc } = opened(form2019, { '2020': 600_000, '2021': 450_000 })
    budget.set('owner.salary-1', 1)
    const takeBack = dropTyped(open, 'budgetAmount')
    expect(said().otherwise).toBe(false)
    doc.getMap('budgetAmount').set('2021', 7)
    takeBack()
    expect([...readTyped(doc, 'budgetAmount').years]).toEqual([
      [2020, 600_000],
      [2021, 7],
    ])
  })
})

describe('the amount per year', () => {
  it('says what is not spread out, and what is too much', () => {
    const { said, doc, budget } = opened(form2019, {})
    doc.getMap('period').set('start', '2020-01-01')
    doc.getMap('period').set('end', '2021-12-31')
    budget.set('owner.salary-1', 1_000_000)
    expect(said()).toMatchObject({ total: 1_000_000, years: {}, undistributed: 1_000_000 })
    budget.set('2020:salary-1', 700_000)
    expect(said()).toMatchObject({ years: { 2020: 700_000, 2021: 0 }, undistributed: 300_000 })
    budget.set('2021:salary-1', 400_000)
    expect(said()).toMatchObject({ total: 1_000_000, undistributed: -100_000 })
  })
})

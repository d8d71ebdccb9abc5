import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { BudgetStore } from '../../../../client/budget/BudgetStore.ts'
import { FindingsStore, findingsStore } from '../../../../client/budget/findings/FindingsStore.ts'
import { amountKey } from '../../../../shared/budget/budgetKeys.ts'
import { seedBudget } from '../../../../shared/budget/seedBudget.ts'
import { form2024 } from '../../../../shared/form/forms/2024/form.ts'

function opened() {
  const doc = new Y.Doc()
  const store = new BudgetStore(doc, form2024)
  const budget = doc.getMap<unknown>(store.section)
  seedBudget(budget, store.template)
  doc.getMap('owner').set('organisation', 'Heby kommun')
  doc.getMap('owner').set('resourcesSought', new Y.Text('Tolk'))
  doc.getMap('period').set('start', '2025-01-01')
  doc.getMap('period').set('end', '2025-12-31')
  const row = budget.get('other-10')
  if (!(row instanceof Y.Map)) throw new Error('The row of Övrigt is not there')
  return { doc, budget, row, findings: new FindingsStore(store) }
}

const tolk = amountKey('owner', 'other-8')
const övrigt = amountKey('owner', 'other-10')

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('what is said of an open budget', () => {
  it('is always right when nobody looks on', () => {
    const { budget, findings } = opened()
    expect(findings.all()).toMatchObject([{ rule: 'BV20' }])
    budget.set(tolk, 25_000)
    expect(findings.all()).toEqual([])
  })

  it('waits until they who write pause', () => {
    const { budget, findings } = opened()
    const heard = vi.fn()
    findings.subscribe(heard)
    expect(findings.all()).toHaveLength(1)
    budget.set(tolk, 25_000)
    vi.advanceTimersByTime(600)
    budget.set(tolk, 26_000)
    vi.advanceTimersByTime(600)
    expect([heard.mock.calls.length, findings.all().length]).toEqual([0, 1])
    vi.advanceTimersByTime(200)
    expect([heard.mock.calls.length, findings.all().length]).toEqual([1, 0])
  })

  it('but not for ever', () => {
    const { budget, findings } = opened()
    const heard = vi.fn()
    findings.subscribe(heard)
    findings.all()
    for (let ms = 0; ms < 4000; ms += 500) {
      budget.set(tolk, 25_000 + ms)
      vi.advanceTimersByTime(500)
    }
    expect(heard).toHaveBeenCalledTimes(1)
  })

  it('is the same object, and nobody is told, while nothing else is said', () => {
    const { budget, row, findings } = opened()
    budget.set(tolk, 900_000)
    budget.set(övrigt, 20_000)
    const heard = vi.fn()
    findings.subscribe(heard)
    const before = findings.all()
    budget.set(tolk, 910_000)
    vi.runAllTimers()
    expect(heard).not.toHaveBeenCalled()
    expect(findings.all()).toBe(before)
    row.set('specification', 'Porto')
    vi.runAllTimers()
    expect(heard).toHaveBeenCalledTimes(1)
    expect(findings.all()).toEqual([])
  })

  it('is told row by row, and a row that others write about keeps its own', () => {
    const { budget, findings } = opened()
    budget.set(tolk, 900_000)
    budget.set(övrigt, 20_000)
    findings.subscribe(() => {})
    const before = findings.ofLine('other-10', 'detailed')
    expect(before).toMatchObject([{ rule: 'BV14', place: { line: 'other-10' } }])
    budget.set(amountKey('owner', 'salary-1'), 600_000)
    vi.runAllTimers()
    expect(findings.ofLine('salary-1', 'detailed')).toMatchObject([{ rule: 'BV12' }])
    expect(findings.ofLine('other-10', 'detailed')).toBe(before)
    expect(findings.ofLine('other-10', 'years')).toEqual([])
    expect(findings.ofLine('other-1', 'detailed')).toBe(findings.ofLine('other-2', 'detailed'))
  })

  it('hears of what is typed in the form itself', () => {
    const { doc, budget, findings } = opened()
    budget.set(tolk, 25_000)
    findings.subscribe(() => {})
    expect(findings.all()).toEqual([])
    doc.getMap('budgetAmount').set('total', 30_000)
    vi.runAllTimers()
    expect(findings.all()).toMatchObject([{ rule: 'BV9', typed: 30_000, computed: 25_000 }])
  })
})

it('a budget has one', () => {
  const store = new BudgetStore(new Y.Doc(), form2024)
  expect(findingsStore(store)).toBe(findingsStore(store))
})

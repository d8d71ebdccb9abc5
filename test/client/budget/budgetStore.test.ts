import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type BudgetStore, budgetStore } from '../../../client/budget/BudgetStore.ts'
import { addItem, moveItem, setRemoved } from '../../../client/form/items/items.ts'
import { amountKey } from '../../../shared/budget/budgetKeys.ts'
import { seedBudget } from '../../../shared/budget/seedBudget.ts'
import { form2024 } from '../../../shared/form/forms/2024/form.ts'

function begun(): { doc: Y.Doc; root: Y.Map<unknown>; store: BudgetStore } {
  const doc = new Y.Doc()
  const store = budgetStore(doc, form2024)
  const root = doc.getMap<unknown>(store.section)
  seedBudget(root, store.template)
  return { doc, root, store }
}

describe('The budget of an open document', () => {
  it('is the same store for the same document', () => {
    const { doc, store } = begun()
    expect(budgetStore(doc, form2024)).toBe(store)
  })

  it('adds up as it is written, and is the same object until it changes', () => {
    const { root, store } = begun()
    const before = store.sums()
    expect(store.sums()).toBe(before)
    root.set(amountKey('owner', 'salary-1'), 40_000)
    root.set(amountKey('owner', 'premises-1'), 2_000)
    expect(store.sums()).not.toBe(before)
    expect(store.sums().sought.total).toBe(42_000)
  })

  it('tells once of a transaction, however much is in it', () => {
    const { doc, root, store } = begun()
    let told = 0
    const stop = store.subscribe(() => {
      told += 1
    })
    doc.transact(() => {
      for (const line of ['salary-1', 'salary-2', 'other-1']) root.set(amountKey('owner', line), 1)
      doc.getMap('period').set('start', '2025-01-01')
    })
    expect(told).toBe(1)
    stop()
    root.set(amountKey('owner', 'salary-1'), 2)
    expect(told).toBe(1)
  })

  it('is not told of what has nothing to do with it', () => {
    const { doc, store } = begun()
    const before = store.view()
    doc.getMap('name').set('value', 'Samverkansteamet')
    expect(store.view()).toBe(before)
  })

  it('tells a cell only of its own value', () => {
    const { root, store } = begun()
    const told: string[] = []
    for (const path of ['owner.salary-1', 'owner.salary-2', 'salary-1/label', 'salary-2/label']) {
      store.subscribeCell(path, () => told.push(path))
    }
    root.set('owner.salary-1', 40_000)
    const row = root.get('salary-2')
    if (row instanceof Y.Map) row.set('label', 'Samordnare')
    expect(told).toEqual(['owner.salary-1', 'salary-2/label'])
    expect(store.value('salary-2/label')).toBe('Samordnare')
  })

  it('tells the cells of a row that comes back', () => {
    const { doc, root, store } = begun()
    const undo = new Y.UndoManager(root, { doc, trackedOrigins: new Set([null]), captureTimeout: 0 })
    let told = 0
    store.subscribeCell('salary-1/label', () => {
      told += 1
    })
    root.delete('salary-1')
    told = 0
    undo.undo()
    expect(told).toBeGreaterThan(0)
  })

  it('follows rows that come, move and go', () => {
    const { doc, store } = begun()
    const key = addItem(doc, store.section, {}, { block: 'premises', label: 'Städning' })
    const premises = () =>
      store
        .budget()
        .lines.filter(line => line.block === 'premises')
        .map(line => line.label)
    expect(premises()).toEqual(['Lokalhyra', 'Övriga lokalkostnader', 'Städning'])
    moveItem(doc, store.section, key, 'premises-1')
    expect(premises()).toEqual(['Städning', 'Lokalhyra', 'Övriga lokalkostnader'])
    setRemoved(doc, store.section, key, true)
    expect(premises()).toEqual(['Lokalhyra', 'Övriga lokalkostnader'])
  })
})

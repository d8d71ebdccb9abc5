import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type BudgetStore, budgetStore } from '../../../client/budget/BudgetStore.ts'
import { BudgetLines } from '../../../client/budget/detailed/BudgetLines.ts'
import { setRemoved } from '../../../client/form/items/items.ts'
import { seedBudget } from '../../../shared/budget/seedBudget.ts'
import { form2024 } from '../../../shared/form/forms/2024/form.ts'

let store: BudgetStore
let inside: string | null
let lines: BudgetLines
let drawn: number

beforeEach(() => {
  store = budgetStore(new Y.Doc(), form2024)
  seedBudget(root(), store.template)
  inside = null
  lines = new BudgetLines(store, null, key => key === inside)
  drawn = 0
  lines.subscribe(() => {
    drawn += 1
  })
})

function root(): Y.Map<unknown> {
  return store.doc.getMap(store.section)
}

function row(key: string): Y.Map<unknown> {
  const map = root().get(key)
  if (!(map instanceof Y.Map)) throw new Error(`No row ${key}`)
  return map
}

/** As another would: it has come over the wire. */
function removedByOther(key: string): void {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(store.doc))
  setRemoved(other, store.section, key, true)
  Y.applyUpdate(store.doc, Y.encodeStateAsUpdate(other))
}

function keys(): readonly string[] {
  return lines.lines().map(line => line.key)
}

describe('The rows in view', () => {
  it('stand block by block', () => {
    expect(keys().slice(6, 10)).toEqual(['salary-7', 'premises-1', 'premises-2', 'other-1'])
  })

  it('are the same array while only amounts and names change', () => {
    const before = lines.lines()
    root().set('owner.salary-1', 40_000)
    row('salary-1').set('label', 'Samordnare')
    expect(lines.lines()).toBe(before)
    expect(drawn).toBe(0)
  })

  it('are the same rows, each by itself, when another has changed', () => {
    const before = lines.lines()
    removedByOther('salary-2')
    expect(lines.lines()).toHaveLength(before.length - 1)
    expect(lines.lines()[0]).toBe(before[0])
    expect(drawn).toBe(1)
  })

  it('have a line for what Övrigt is, and for what has been specified or is about to be', () => {
    const specified = () =>
      lines
        .lines()
        .filter(line => line.hasSpecification)
        .map(line => line.key)
    expect(specified()).toEqual(['other-10'])
    row('other-1').set('specification', 'En extern utvärderare')
    lines.specify('salary-1')
    expect(specified()).toEqual(['salary-1', 'other-1', 'other-10'])
  })
})

describe('A row that is removed', () => {
  it('goes at once when it is nothing to me', () => {
    removedByOther('salary-1')
    expect(keys()).not.toContain('salary-1')
  })

  it('stays until I let it go when I am in it', () => {
    inside = 'salary-1'
    removedByOther('salary-1')
    expect(lines.lines()[0]?.removed?.byMe).toBe(false)
    lines.letGo('salary-1')
    expect(keys()).not.toContain('salary-1')
  })

  it('by me stays to be taken back', () => {
    lines.keep('salary-1')
    setRemoved(store.doc, store.section, 'salary-1', true)
    expect(lines.lines()[0]?.removed?.byMe).toBe(true)
    setRemoved(store.doc, store.section, 'salary-1', false)
    expect(lines.lines()[0]?.removed).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { filePartyKey } from '../../../../client/budget/exchange/fileBudget.ts'
import { planImport } from '../../../../client/budget/exchange/planImport.ts'
import { writeImport } from '../../../../client/budget/exchange/writeImport.ts'
import { createUndo } from '../../../../client/editor/undo.ts'
import type { OpenFields } from '../../../../client/form/FieldsContext.ts'
import { WrittenValues } from '../../../../client/form/writtenValues.ts'
import { readBudget } from '../../../../shared/budget/readBudget.ts'
import { sumsOf } from '../../../../shared/budget/sums.ts'
import { fillDocument } from '../../../../shared/document/fillDocument.ts'
import { rootsOf } from '../../../../shared/document/roots.ts'
import type { BudgetSection } from '../../../../shared/form/FormTemplate.ts'
import { form2024 } from '../../../../shared/form/forms/2024/form.ts'
import { inKronor, workbook, yearsOf } from './builders.ts'

const section = form2024.sections.find((known): known is BudgetSection => known.kind === 'budget')

/** A new ansökan with a partner, opened by somebody who reads a file in. */
function opened() {
  const doc = new Y.Doc()
  fillDocument(doc, form2024, {}, () => 'unused')
  doc.getMap('partners').set('af1', new Y.Map([['order', 'a0']]))
  const values = new WrittenValues(doc, {
    personId: 'anna',
    memory: { load: () => new Map(), keep: () => {}, drop: () => {} },
    authorOf: () => null,
    now: () => 0,
  })
  const undo = createUndo(doc, rootsOf(form2024))
  const open = { live: { doc, undo }, values } as unknown as OpenFields
  const budget = () => readBudget(doc, form2024)
  const readIn = (read: Parameters<typeof inKronor>[0]) => {
    if (!section) throw new Error('The form has no budget')
    const parties = new Map([
      [filePartyKey(0), 'owner'],
      [filePartyKey(1), 'af1'],
    ])
    const plan = planImport({
      ...{ now: budget(), template: section.budget, file: inKronor(read), parties, mode: 'replace' },
      mayWrite: () => true,
    })
    return writeImport(open, section, plan)
  }
  return { doc, undo, budget, readIn }
}

const read = workbook(
  ['Heby kommun', 'AF'],
  [
    { block: 'salary', label: 'Coach', percent: 100, amounts: [700, 50], years: { 2025: 750 } },
    { label: 'Resor', amounts: [0, 40] },
    { label: 'Övrigt', amounts: [850] },
    { label: 'Övrigt', amounts: [0, 200] },
    { block: 'premises', label: 'Verkstad', amounts: [30] },
  ],
  { otherYears: yearsOf({ 2025: 1_090 }) },
)

describe('reading a file in', () => {
  it('writes every amount, and its new rows last in their blocks', () => {
    const { budget, readIn } = opened()
    expect(readIn(read).rows).toBe(2)
    const sums = sumsOf(budget())
    expect(sums.sought).toMatchObject({ total: 1_870 })
    expect(sums.sought.byParty).toEqual(
      new Map([
        ['owner', 1_580],
        ['af1', 290],
      ]),
    )
    expect(sums.allYears).toBe(1_840)
    const labels = (block: string) =>
      budget()
        .lines.filter(line => line.block === block)
        .map(({ label }) => label)
    expect(labels('other').slice(-2)).toEqual(['Övrigt', 'Övrigt'])
    expect(labels('premises')).toEqual(['Lokalhyra', 'Övriga lokalkostnader', 'Verkstad'])
  })

  it('is one step, which undo takes back whole and redo does again', () => {
    const { doc, undo, budget, readIn } = opened()
    const before = budget()
    doc.getMap('budget').set('owner.salary-2', 5)
    readIn(read)
    const after = sumsOf(budget()).sought.total
    undo.undo()
    expect(sumsOf(budget()).sought.total).toBe(5)
    expect(budget().lines.map(({ label }) => label)).toEqual(before.lines.map(({ label }) => label))
    undo.redo()
    expect(sumsOf(budget()).sought.total).toBe(after)
  })

  it('twice changes nothing the second time', () => {
    const { doc, readIn } = opened()
    readIn(read)
    const state = Y.encodeStateVector(doc)
    expect(readIn(read)).toEqual({ values: 0, rows: 0 })
    expect(Y.encodeStateVector(doc)).toEqual(state)
  })
})

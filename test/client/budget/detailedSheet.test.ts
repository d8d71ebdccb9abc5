import { describe, expect, it } from 'vitest'
import type { LineInView } from '../../../client/budget/detailed/BudgetLines.ts'
import { detailedColumns, detailedRows, lineRows } from '../../../client/budget/detailed/detailedSheet.ts'
import type { SheetRow } from '../../../client/budget/grid/sheet.ts'
import { percentFormat } from '../../../client/budget/percentFormat.ts'
import { budget as text } from '../../../client/text/sv/budget.ts'
import { form2019 } from '../../../shared/form/forms/2019/form.ts'
import { forms } from '../../../shared/form/forms.ts'

const section = form2019.sections.find(section => section.kind === 'budget')
const labels = section?.kind === 'budget' ? section.budget.labels : undefined
if (!labels) throw new Error('The form of 2019 has no budget')

const nothing = { mark: () => null, tools: () => null, notes: () => null }

function lineOf(part: Partial<LineInView>): LineInView {
  return { key: 'row', block: 'salary', hasSpecification: false, removed: null, ...part }
}

function written(row: SheetRow | undefined): readonly string[] {
  return Object.values(row?.cells ?? {}).flatMap(cell => (cell.is === 'value' ? [cell.path] : []))
}

describe('A row of the detailed sheet', () => {
  it('is filled in with what a salary is, and an amount for each party', () => {
    const [row] = lineRows(lineOf({}), ['owner', 'p1'], text, nothing)
    expect(written(row)).toEqual(['row/label', 'row/percent', 'row/from', 'row/to', 'owner.row', 'p1.row'])
  })

  it('has no share of full time where it is no salary, and no period where it is premises', () => {
    const [other] = lineRows(lineOf({ block: 'ownOther' }), ['owner'], text, nothing)
    expect(written(other)).not.toContain('row/percent')
    const [premises] = lineRows(lineOf({ block: 'premises' }), ['owner'], text, nothing)
    expect(written(premises)).toEqual(['row/label', 'owner.row'])
  })

  it('is followed by what it is about', () => {
    const rows = lineRows(lineOf({ hasSpecification: true }), ['owner'], text, nothing)
    expect(written(rows[1])).toEqual(['row/specification'])
  })

  it('shows only what is said of it when I have removed it', () => {
    const removed = { byMe: true, name: null }
    const rows = lineRows(lineOf({ hasSpecification: true, removed }), ['owner'], text, nothing)
    expect(rows.map(row => row.onlyNotes)).toEqual([true])
  })
})

describe('The detailed sheet', () => {
  it('has a column for each party between what a row is and its sum', () => {
    const columns = detailedColumns(labels, text, ['owner', 'p1'], { period: null, party: () => null })
    expect(columns.map(({ key }) => key)).toEqual([
      'label',
      'percent',
      'from',
      'to',
      'amount.owner',
      'amount.p1',
      'sum',
    ])
  })

  it.each(forms.map(form => form.id))('says the words of the form of %s', id => {
    const budget = forms.find(form => form.id === id)?.sections.find(section => section.kind === 'budget')
    if (budget?.kind !== 'budget') throw new Error(`The form of ${id} has no budget`)
    const words = budget.budget.labels
    const rows = detailedRows(words, [], ['owner'], { isShown: true, toggle: null })
    const said = rows.map(row => row.name({ budget: undefined as never, sums: undefined as never }))
    expect(said).toEqual([
      words.sought,
      ...(['salary', 'premises', 'other'] as const).flatMap(block => [
        words.blocks[block],
        words.sums[block],
      ]),
      words.soughtSum,
      words.own,
      ...(['ownSalary', 'ownPremises', 'ownOther'] as const).flatMap(block => [
        words.blocks[block],
        words.sums[block],
      ]),
      words.ownSum,
      words.grandSum,
    ])
  })

  it('folds what the parties pay themselves to its sum', () => {
    const rows = detailedRows(labels, [], ['owner'], { isShown: false, toggle: null })
    expect(rows.map(({ key }) => key).slice(-3)).toEqual(['band-own', 'own-sum', 'grand-sum'])
  })
})

describe('A share of full time', () => {
  it.each([
    ['100', 100],
    ['50 %', 50],
    ['75procent', 75],
    ['', null],
  ])('is read from "%s"', (typed, value) => expect(percentFormat.read(typed)).toEqual({ value }))

  it.each(['halvtid', '12,5', '-10', '%'])('is not read from "%s"', typed =>
    expect(percentFormat.read(typed)).toEqual({ refused: { kind: 'notAPercent' } }),
  )

  it('has an end', () => {
    expect(percentFormat.read('10001')).toEqual({ refused: { kind: 'tooLarge', max: 10_000 } })
  })
})

import { describe, expect, it } from 'vitest'
import { copyCells } from '../../../../client/budget/copy/copyCells.ts'
import { reportOf } from '../../../../client/budget/paste/pastedReport.ts'
import { type PastePlan, planPaste } from '../../../../client/budget/paste/planPaste.ts'
import { readBlock } from '../../../../client/budget/paste/readBlock.ts'
import { SmallSheet } from '../sheetOf.ts'

/** Lays text of a spreadsheet over a sheet. `closed`: what the paths of cells that may not be written in begin with. */
function planned(small: SmallSheet, text: string, from: string, to = from, closed = 'none'): PastePlan {
  const block = readBlock({ text, html: null })
  if (block === 'tooMuch') throw new Error('Too much')
  return planPaste(small.sheet, small.marked(from, to), block, {
    value: small.value,
    whyNot: path => (path.startsWith(closed) ? 'Stängt.' : null),
  })
}

function write(small: SmallSheet, { edits }: PastePlan): SmallSheet {
  for (const { path, value } of edits) small.values.set(path, value)
  return small
}

const edits = (plan: PastePlan) => Object.fromEntries(plan.edits.map(({ path, value }) => [path, value]))
const left = (plan: PastePlan) =>
  plan.left.map(({ row, column, text, why }) =>
    [row.key, column.key, text, why.is === 'refused' ? why.refusal.kind : why.is].join(' '),
  )

describe('A pasted block', () => {
  it('is laid from the first marked cell on, labels, days and amounts alike', () => {
    const plan = planned(new SmallSheet(), 'Lön\t2026-01-01\t10 256 000 kr\t40 tkr\nResor\t\t5\n', 'a label')
    expect(edits(plan)).toEqual({
      'a/label': 'Lön',
      'a/from': '2026-01-01',
      'heby.a': 10_256_000,
      'af.a': 40_000,
      'b/label': 'Resor',
      'heby.b': 5,
    })
    expect(plan).toMatchObject({ left: [], outside: 0, converted: 1 })
  })

  it('leaves what it cannot take as it was, with the reason, and takes the rest', () => {
    const small = new SmallSheet()
    small.values.set('heby.a', 7)
    const plan = planned(small, 'tolv\t-5\n10,50\t9\n', 'a heby')
    expect(edits(plan)).toEqual({ 'af.b': 9 })
    expect(left(plan)).toEqual(['a heby tolv notAnAmount', 'a af -5 negative', 'b heby 10,50 ore'])
  })

  it('passes over the columns of others, and says so only where something else would stand there', () => {
    const small = new SmallSheet()
    small.values.set('af.b', 4)
    const plan = planned(small, '1\t2\n3\t4\n', 'a heby', 'a heby', 'af')
    expect(edits(plan)).toEqual({ 'heby.a': 1, 'heby.b': 3 })
    expect(left(plan)).toEqual(['a af 2 closed'])
  })

  it('goes past headings and sums as a spreadsheet has them, and not what can be done in the sheet', () => {
    const small = new SmallSheet()
    const plan = planned(small, '1\t2\n3\t4\n4\t6\n\t\n5\t6\n5\t6\n', 'a heby')
    expect(edits(plan)).toEqual({ 'heby.a': 1, 'af.a': 2, 'heby.b': 3, 'af.b': 4, 'heby.c': 5, 'af.c': 6 })
    expect(plan.left).toEqual([])
    const report = reportOf(plan, null, plan.edits.length, write(small, plan).view())
    expect(report).toMatchObject({ sums: [], isPlain: true })
  })

  it('says which sums are something else than what was pasted', () => {
    const small = new SmallSheet()
    const plan = planned(small, '1\t2\n3\t4\n5\t6\n', 'a heby')
    const { sums, isPlain } = reportOf(plan, null, 4, write(small, plan).view())
    expect(sums.map(({ rowName, columnName, text, now }) => [rowName, columnName, text, now])).toEqual([
      ['Summa', 'Heby', '5', 4],
    ])
    expect(isPlain).toBe(false)
  })

  it('counts what has no place in the sheet', () => {
    const plan = planned(new SmallSheet(), '1\t2\t3\t4\n\t\t\t\n'.concat('9\n'.repeat(9)), 'b heby')
    expect(plan.outside).toBe(7)
  })

  it('empties what is empty in it, and says how many', () => {
    const small = new SmallSheet()
    small.values.set('heby.a', 1).set('af.a', 2)
    const plan = planned(small, '\t3\n', 'a heby')
    expect(edits(plan)).toEqual({ 'heby.a': null, 'af.a': 3 })
    expect(reportOf(plan, null, 2, write(small, plan).view())).toMatchObject({ emptied: 1, isPlain: false })
  })

  it('fills what is marked with one cell, or over and over where it goes evenly', () => {
    expect(edits(planned(new SmallSheet(), '5', 'a heby', 'c af'))).toEqual({
      'heby.a': 5,
      'af.a': 5,
      'heby.b': 5,
      'af.b': 5,
      'heby.c': 5,
      'af.c': 5,
    })
    expect(edits(planned(new SmallSheet(), '1\t2\n', 'a heby', 'b af'))).toEqual({
      'heby.a': 1,
      'af.a': 2,
      'heby.b': 1,
      'af.b': 2,
    })
    expect(edits(planned(new SmallSheet(), '1\n2\n', 'a heby', 'a af'))).toEqual({
      'heby.a': 1,
      'heby.b': 2,
      'af.a': 1,
      'af.b': 2,
    })
  })

  it('is reckoned in thousands under a heading that says so, and that is said', () => {
    const plan = planned(new SmallSheet(), 'Kostnader i tkr\t\t40\t1 540,4\n', 'a label')
    expect(edits(plan)).toMatchObject({ 'heby.a': 40_000, 'af.a': 1_540_400 })
    const unit = { said: 'tkr', taken: 'asSaid' } as const
    expect(reportOf(plan, unit, 3, new SmallSheet().view())).toMatchObject({ unit, converted: 2 })
  })

  it('copied from a sheet makes another say the same', () => {
    const small = new SmallSheet()
    small.values
      .set('a/label', 'Lön')
      .set('heby.a', 10)
      .set('af.b', 20)
      .set('c/label', 'Resor')
      .set('af.c', 30)
    const { text } = copyCells(small.sheet, small.marked('a label', 'c-sum sum'), small)
    const other = new SmallSheet()
    const plan = planned(other, text, 'a label')
    expect(write(other, plan).values).toEqual(small.values)
    expect(reportOf(plan, null, plan.edits.length, other.view())).toMatchObject({ isPlain: true })
  })

  it('is alone in a row that is said under a line', () => {
    const plan = planned(new SmallSheet(), 'Resor\nLogi\n', 'c.under from')
    expect(edits(plan)).toEqual({ 'c/more': 'Resor' })
    expect(plan.outside).toBe(1)
  })
})

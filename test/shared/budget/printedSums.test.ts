import { describe, expect, it } from 'vitest'
import { checkPrintedSums, type PrintedSums } from '../../../shared/budget/printedSums.ts'
import { sumsOf } from '../../../shared/budget/sums.ts'
import { real2016, real2019, real2024 } from './realBudgets.ts'

const nothing: PrintedSums = {
  start: null,
  end: null,
  lines: new Map(),
  blocks: {},
  sought: null,
  grand: null,
  summary: {},
  strangers: [],
}

const all = (total: number) => ({ byParty: new Map<string, number>(), total })

describe('a workbook that prints the sums that it has', () => {
  it('is right', () => {
    for (const budget of [real2024, real2016, real2019]) {
      const { lines, blocks, sought, own, grand } = sumsOf(budget)
      const { start, end } = budget
      const summary = { sought, own, grand }
      const strangers = [{ heading: 'NAMN', kronor: 0 }]
      expect(
        checkPrintedSums(budget, { start, end, lines, blocks, sought, grand, summary, strangers }),
      ).toEqual([])
    }
  })

  it('and so is one that prints none', () => {
    expect(checkPrintedSums(real2024, nothing)).toEqual([])
  })
})

describe('a workbook that prints another sum', () => {
  const wrong = { level: 'error', place: null }

  it('of a row (BV2)', () => {
    expect(checkPrintedSums(real2024, { ...nothing, lines: new Map([['other-7', 41_000]]) })).toEqual([
      { ...wrong, rule: 'BV2', place: { line: 'other-7' }, printed: 41_000, computed: 40_000 },
    ])
  })

  it('of a block, in a column or in all (BV3)', () => {
    const salary = {
      byParty: new Map([
        ['owner', 9_732_000],
        ['fk', 1],
      ]),
      total: 9_000_000,
    }
    expect(checkPrintedSums(real2024, { ...nothing, blocks: { salary } })).toEqual([
      { ...wrong, rule: 'BV3', block: 'salary', place: { party: 'fk' }, printed: 1, computed: 0 },
      { ...wrong, rule: 'BV3', block: 'salary', printed: 9_000_000, computed: 9_732_000 },
    ])
  })

  it('of what is asked for, or of all costs (BV4, BV5)', () => {
    expect(checkPrintedSums(real2024, { ...nothing, sought: all(1), grand: all(2) })).toEqual([
      { ...wrong, rule: 'BV4', printed: 1, computed: 10_256_000 },
      { ...wrong, rule: 'BV5', printed: 2, computed: 10_256_000 },
    ])
  })

  it('under its summary: 4 300 000 where the rows make 4 200 000 (BV8)', () => {
    expect(checkPrintedSums(real2016, { ...nothing, summary: { sought: all(4_300_000) } })).toEqual([
      { ...wrong, rule: 'BV8', column: 'sought', printed: 4_300_000, computed: 4_200_000 },
    ])
  })
})

describe('a workbook', () => {
  it('of another period than the form says so (BV10)', () => {
    expect(checkPrintedSums(real2016, { ...nothing, start: '2018-01-01', end: '2020-11-30' })).toEqual([
      {
        rule: 'BV10',
        level: 'error',
        place: null,
        end: 'end',
        printed: '2020-11-30',
        planned: '2020-12-31',
      },
    ])
  })

  it('with money for somebody who is no party says whose (BV17)', () => {
    const strangers = [{ heading: 'Knivsta kommun', kronor: 75_000 }]
    expect(checkPrintedSums(real2019, { ...nothing, strangers })).toEqual([
      { rule: 'BV17', level: 'warning', place: null, heading: 'Knivsta kommun', kronor: 75_000 },
    ])
  })
})

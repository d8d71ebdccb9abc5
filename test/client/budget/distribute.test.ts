import { describe, expect, it } from 'vitest'
import {
  cellsOf,
  leftOf,
  planDistribution,
  spreadRows,
} from '../../../client/budget/distribute/planDistribution.ts'
import { readPercent } from '../../../client/budget/distribute/readPercent.ts'
import type { Budget } from '../../../shared/budget/Budget.ts'
import { otherRows } from '../../../shared/budget/budgetKeys.ts'
import { sum, sumsOf } from '../../../shared/budget/sums.ts'
import { budgetOf, byYear, line } from '../../shared/budget/budgets.ts'
import { real2024 } from '../../shared/budget/realBudgets.ts'

function rowsOf(budget: Budget) {
  return spreadRows(budget, sumsOf(budget))
}

describe('what is to be divided over the years', () => {
  it('is each salary and each of the premises with a cost, and all other costs together', () => {
    const rows = rowsOf(real2024)
    expect(rows.map(({ key, total }) => [key, total])).toEqual([
      ['salary-1', 3_690_000],
      ['salary-2', 2_958_000],
      ['salary-3', 3_084_000],
      [otherRows, 524_000],
    ])
    expect(rows.map(leftOf)).toEqual([0, 0, 0, 0])
  })

  it('has the days of its row, as far as they lie within the period', () => {
    const budget = budgetOf({
      lines: [
        line('begins-late', { block: 'salary', kronor: 1, from: '2025-07-01', to: '2027-03-31' }),
        line('says-nothing', { block: 'salary', kronor: 1 }),
        line('is-elsewhere', { block: 'salary', kronor: 1, from: '2019-01-01', to: '2019-12-31' }),
        line('runs-backwards', { block: 'salary', kronor: 1, from: '2026-05-01', to: '2025-05-01' }),
      ],
    })
    expect(rowsOf(budget).map(({ from, to }) => `${from} ${to}`)).toEqual([
      '2025-07-01 2026-12-31',
      '2025-01-01 2026-12-31',
      '2025-01-01 2026-12-31',
      '2025-01-01 2026-12-31',
    ])
  })

  it('is nothing while the period is not known', () => {
    expect(rowsOf({ ...real2024, start: null })).toEqual([])
    expect(rowsOf({ ...real2024, end: '2024-12-31' })).toEqual([])
  })
})

describe('a distribution that is looked at before it is written', () => {
  it('gives the figures of 2024 within a thousand, with an increase of 3,3 %', () => {
    const plan = planDistribution(rowsOf(real2024), { by: 'increase', percent: 3.3 })
    for (const { row, years } of plan.slice(0, 3)) {
      expect(sum(years.values())).toBe(row.total)
      for (const [year, kronor] of years) {
        expect(Math.abs(kronor - (row.years.get(year) ?? 0))).toBeLessThanOrEqual(1000)
      }
    }
  })

  it('tells which rows have amounts that would go, and changes only what is not so already', () => {
    const budget = budgetOf({
      lines: [
        line('same', { block: 'salary', kronor: 200_000, years: { 2025: 100_000, 2026: 100_000 } }),
        line('other-way', { block: 'salary', kronor: 200_000, years: { 2025: 150_000, 2026: 50_000 } }),
        line('empty', { block: 'salary', kronor: 200_000 }),
      ],
      otherYears: byYear({ 2031: 7 }),
    })
    const plan = planDistribution(rowsOf(budget), { by: 'even' })
    expect(plan.map(({ row, replaces }) => [row.key, replaces])).toEqual([
      ['same', false],
      ['other-way', true],
      ['empty', false],
    ])
    expect(cellsOf(plan)).toEqual([
      { path: '2025:other-way', value: 100_000 },
      { path: '2026:other-way', value: 100_000 },
      { path: '2025:empty', value: 100_000 },
      { path: '2026:empty', value: 100_000 },
    ])
  })

  it('empties a year that the row has nothing in any more', () => {
    const budget = budgetOf({ lines: [line('a', { kronor: 10_000 })], otherYears: byYear({ 2031: 10_000 }) })
    const plan = planDistribution(rowsOf(budget), { by: 'even' })
    expect(plan.map(({ replaces }) => replaces)).toEqual([true])
    expect(cellsOf(plan)).toEqual([
      { path: '2031:other', value: null },
      { path: '2025:other', value: 5000 },
      { path: '2026:other', value: 5000 },
    ])
  })
})

describe('a yearly increase', () => {
  it.each([
    ['3,3', 3.3],
    ['3.3 %', 3.3],
    [' 0 ', 0],
    ['100', 100],
    ['2\u00a0%', 2],
  ])('%j is read', (typed, percent) => {
    expect(readPercent(typed)).toBe(percent)
  })

  it.each(['', 'tre', '-3', '101', '1 000', '3,3,3', '1e2'])('%j is none', typed => {
    expect(readPercent(typed)).toBeNull()
  })
})

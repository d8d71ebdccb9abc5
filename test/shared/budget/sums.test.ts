import { describe, expect, it } from 'vitest'
import {
  fullTimeYears,
  hasAmounts,
  peakPercent,
  shownYears,
  soughtInYears,
  sumsOf,
  yearsOf,
} from '../../../shared/budget/sums.ts'
import { budgetOf, byYear, line, party } from './budgets.ts'
import { real2016, real2019, real2024 } from './realBudgets.ts'

describe('the sums of three real budgets are those that were printed', () => {
  it('of 2024', () => {
    const sums = sumsOf(real2024)
    expect({
      salary: sums.blocks.salary.total,
      premises: sums.blocks.premises.total,
      other: sums.blocks.other.total,
      sought: sums.sought.total,
      own: sums.own.total,
      grand: sums.grand.total,
      percent: sums.percent,
    }).toEqual({
      salary: 9_732_000,
      premises: 0,
      other: 524_000,
      sought: 10_256_000,
      own: 0,
      grand: 10_256_000,
      percent: 300,
    })
    expect(sums.lines.get('salary-2')).toBe(2_958_000)
    expect(Object.fromEntries(sums.grand.byParty)).toEqual({ owner: 10_256_000, af: 0, fk: 0, region: 0 })
    expect([...sums.years].map(([year, { salary, other, total }]) => [year, salary, other, total])).toEqual([
      [2025, 2_316_000, 131_000, 2_447_000],
      [2026, 2_392_000, 131_000, 2_523_000],
      [2027, 2_471_000, 131_000, 2_602_000],
      [2028, 2_553_000, 131_000, 2_684_000],
    ])
    expect(sums.allYears).toBe(10_256_000)
    expect(peakPercent(real2024)).toBe(300)
    expect(fullTimeYears(real2024)).toBe(12)
  })

  it('of 2016, where the sheet adds up 600 % and no more than 200 % ever work', () => {
    const sums = sumsOf(real2016)
    expect([sums.blocks.salary.total, sums.blocks.premises.total, sums.blocks.other.total]).toEqual([
      3_600_000, 0, 600_000,
    ])
    expect([sums.sought.total, sums.own.total, sums.grand.total]).toEqual([4_200_000, 0, 4_200_000])
    expect(sums.sought.total / yearsOf(real2016).length).toBe(1_400_000)
    expect(sums.percent).toBe(600)
    expect(peakPercent(real2016)).toBe(200)
    expect(fullTimeYears(real2016)).toBe(6)
  })

  it('of 2019, whose one year need not be said again', () => {
    const sums = sumsOf(real2019)
    expect([sums.sought.total, sums.own.total, sums.grand.total]).toEqual([1_050_000, 0, 1_050_000])
    expect([...sums.sought.byParty.values()]).toEqual([850_000, 0, 0, 200_000])
    expect([...soughtInYears(real2019, sums)]).toEqual([[2020, 1_050_000]])
  })
})

describe('own financing', () => {
  const budget = budgetOf({
    parties: [party('owner', 'Heby kommun'), party('fk', 'Försäkringskassan')],
    lines: [
      line('salary-1', { block: 'salary', percent: 50, amounts: { owner: 300, fk: 40 } }),
      line('own-salary-1', { block: 'ownSalary', percent: 100, amounts: { fk: 7 } }),
      line('own-premises-1', { block: 'ownPremises', amounts: { fk: 5, owner: 1 } }),
      line('own-other-1', { block: 'ownOther', amounts: { owner: 2 } }),
    ],
  })
  const sums = sumsOf(budget)

  it('is kept apart from what is asked for, party by party', () => {
    expect(Object.fromEntries(sums.sought.byParty)).toEqual({ owner: 300, fk: 40 })
    expect(Object.fromEntries(sums.own.byParty)).toEqual({ owner: 3, fk: 12 })
    expect(Object.fromEntries(sums.grand.byParty)).toEqual({ owner: 303, fk: 52 })
    expect([sums.sought.total, sums.own.total, sums.grand.total]).toEqual([340, 15, 355])
  })

  it('is not among the shares of full time that are asked for', () => {
    expect(sums.percent).toBe(50)
  })
})

describe('the years of a budget', () => {
  it('are those that the period touches', () => {
    expect(yearsOf({ start: '2024-12-31', end: '2026-01-01' })).toEqual([2024, 2025, 2026])
    expect(yearsOf({ start: '2025-03-01', end: '2025-03-01' })).toEqual([2025])
  })

  it('are none while the period is not known, or is the wrong way round', () => {
    expect(yearsOf({ start: null, end: '2026-01-01' })).toEqual([])
    expect(yearsOf({ start: '2025-01-01', end: null })).toEqual([])
    expect(yearsOf({ start: '2025-03-02', end: '2025-03-01' })).toEqual([])
  })

  it('are also those outside it that have an amount, but not those of nothing', () => {
    const salary = line('salary-1', { block: 'salary', years: { 2024: 0, 2031: 5, 2025: 1 } })
    expect(shownYears(budgetOf({ lines: [salary], otherYears: byYear({ 2020: 1, 2019: 0 }) }))).toEqual([
      2020, 2025, 2026, 2031,
    ])
  })

  it('are not those that stand at a row that is not divided by itself', () => {
    const resor = line('resor', { years: { 2031: 5 } })
    expect(shownYears(budgetOf({ lines: [resor] }))).toEqual([2025, 2026])
  })

  it('are not said of several years of which nobody has said what each costs', () => {
    expect(soughtInYears(real2016, sumsOf(real2016)).size).toBe(0)
  })
})

describe('people at work', () => {
  const half = (from: string | null, to: string | null) =>
    line(`${from}`, { block: 'salary', percent: 50, from, to })

  it('are counted where their times meet, to the day', () => {
    const lines = [half('2025-01-01', '2025-06-30'), half('2025-06-30', '2025-12-31')]
    expect(peakPercent(budgetOf({ lines }))).toBe(100)
    const after = [half('2025-01-01', '2025-06-30'), half('2025-07-01', '2025-12-31')]
    expect(peakPercent(budgetOf({ lines: after }))).toBe(50)
  })

  it('are not counted while nobody has said when', () => {
    const lines = [half(null, '2025-06-30'), half('2025-01-01', null)]
    expect([peakPercent(budgetOf({ lines })), fullTimeYears(budgetOf({ lines }))]).toEqual([0, 0])
  })
})

it('a budget of which only years are written has no amounts', () => {
  expect(hasAmounts(budgetOf({ lines: [line('salary-1', { block: 'salary', years: { 2025: 1 } })] }))).toBe(
    false,
  )
  expect(hasAmounts(real2019)).toBe(true)
})

import { describe, expect, it } from 'vitest'
import { type CostBar, costBars } from '../../../client/budget/chart/costBars.ts'
import { type ChartLayout, layoutChart } from '../../../client/budget/chart/layoutChart.ts'
import type { Budget } from '../../../shared/budget/Budget.ts'
import { sumsOf } from '../../../shared/budget/sums.ts'
import { budgetOf, byYear, line } from '../../shared/budget/budgets.ts'
import { real2016, real2019, real2024 } from '../../shared/budget/realBudgets.ts'

function barsOf(budget: Budget) {
  return costBars(budget, sumsOf(budget))
}

/** `2025: 2316000 + 0 + 131000 = 2447000` */
function inWords({ year, costs, total }: CostBar): string {
  return `${year ?? 'rest'}: ${costs.salary} + ${costs.premises} + ${costs.other} = ${total}`
}

describe('the bars of a budget', () => {
  it('are its years, salaries first', () => {
    const { bars, tooMuch } = barsOf(real2024)
    expect(bars.map(inWords)).toEqual([
      '2025: 2316000 + 0 + 131000 = 2447000',
      '2026: 2392000 + 0 + 131000 = 2523000',
      '2027: 2471000 + 0 + 131000 = 2602000',
      '2028: 2553000 + 0 + 131000 = 2684000',
    ])
    expect(tooMuch).toBe(0)
  })

  it('are one, of what no year has, while nothing is spread out', () => {
    expect(barsOf(real2016).bars.map(inWords)).toEqual(['rest: 3600000 + 0 + 600000 = 4200000'])
  })

  it('are that of the year, when there is only one', () => {
    expect(barsOf(real2019).bars.map(inWords)).toEqual(['2020: 0 + 0 + 1050000 = 1050000'])
  })

  it('have what is left of a row beside the years, also when another row has too much', () => {
    const budget = budgetOf({
      lines: [
        line('a', { block: 'salary', kronor: 500_000, years: { 2025: 200_000 } }),
        line('b', { block: 'salary', kronor: 100_000, years: { 2025: 100_000, 2026: 30_000 } }),
        line('c', { kronor: 524_000 }),
      ],
    })
    const { bars, tooMuch } = barsOf(budget)
    expect(bars.map(inWords)).toEqual([
      '2025: 300000 + 0 + 0 = 300000',
      '2026: 30000 + 0 + 0 = 30000',
      'rest: 300000 + 0 + 524000 = 824000',
    ])
    expect(tooMuch).toBe(30_000)
  })

  it('are none while nothing is asked for, and show a year outside the period', () => {
    expect(barsOf(budgetOf({ lines: [line('a')] })).bars).toEqual([])
    const outside = barsOf(budgetOf({ lines: [line('a', { kronor: 5 })], otherYears: byYear({ 2029: 5 }) }))
    expect(outside.bars.map(({ year }) => year)).toEqual([2025, 2026, 2029])
  })
})

describe('the drawing', () => {
  const { bars } = barsOf(real2024)

  it('has columns where there is room for the sums above them, and rows where there is not', () => {
    expect(layoutChart(bars, 700).is).toBe('columns')
    expect(layoutChart(bars, 300).is).toBe('rows')
    expect(layoutChart(tenYears(), 700).is).toBe('rows')
    expect(layoutChart(bars.slice(0, 1), 700).is).toBe('rows')
  })

  it.each([
    ['columns', 700],
    ['rows', 300],
    ['rows', 200],
  ] as const)('keeps everything within itself: %s, %i pixels', (is, width) => {
    const layout = layoutChart(bars, width)
    expect(layout.is).toBe(is)
    for (const { segments, sumAt, nameAt } of layout.bars) {
      for (const box of segments) {
        expect(box.x).toBeGreaterThanOrEqual(0)
        expect(box.y).toBeGreaterThanOrEqual(0)
        expect(box.x + box.width).toBeLessThanOrEqual(width)
        expect(box.y + box.height).toBeLessThanOrEqual(layout.height)
      }
      for (const at of [sumAt, nameAt]) {
        expect(at.y).toBeGreaterThan(10)
        expect(at.y).toBeLessThanOrEqual(layout.height)
      }
    }
  })

  it.each([700, 300])('draws amounts as long as they are, %i pixels wide', width => {
    const layout = layoutChart(bars, width)
    const lengths = layout.bars.map(({ segments }) => lengthOf(layout, segments))
    const [first = 0, , , last = 0] = lengths
    expect(first / last).toBeCloseTo(2_447_000 / 2_684_000, 2)
  })

  it('shows also what is far too little to be seen', () => {
    const [bar] = barsOf(
      budgetOf({ lines: [line('a', { block: 'salary', kronor: 9_000_000 }), line('b', { kronor: 1 })] }),
    ).bars
    if (!bar) throw new Error('there is one')
    const [drawn] = layoutChart([bar], 400).bars
    expect(drawn?.segments.map(({ kind }) => kind)).toEqual(['salary', 'other'])
    for (const { width, height } of drawn?.segments ?? [])
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(1)
  })
})

function lengthOf({ is }: ChartLayout, segments: ChartLayout['bars'][number]['segments']): number {
  const first = segments[0]
  const last = segments.at(-1)
  if (!first || !last) return 0
  return is === 'rows' ? last.x + last.width - first.x : first.y + first.height - last.y
}

function tenYears(): readonly CostBar[] {
  return Array.from({ length: 10 }, (_, index) => ({
    year: 2025 + index,
    costs: { salary: 1_000_000, premises: 50_000, other: 100_000 },
    total: 1_150_000,
  }))
}

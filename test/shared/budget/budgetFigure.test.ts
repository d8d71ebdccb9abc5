import { describe, expect, it } from 'vitest'
import type { Budget, BudgetLine } from '../../../shared/budget/Budget.ts'
import type { BudgetBlock } from '../../../shared/budget/BudgetTemplate.ts'
import {
  type BudgetSum,
  figureAmount,
  isBudgetSum,
  offeredSums,
} from '../../../shared/budget/budgetFigure.ts'
import { sumsOf } from '../../../shared/budget/sums.ts'

function line(block: BudgetBlock, kronor: number, years: Readonly<Record<number, number>> = {}): BudgetLine {
  return {
    key: `${block}-1`,
    block,
    label: null,
    percent: null,
    from: null,
    to: null,
    specification: null,
    amounts: new Map([['owner', kronor]]),
    years: new Map(Object.entries(years).map(([year, amount]) => [Number(year), amount])),
  }
}

function budget(lines: readonly BudgetLine[], end = '2027-12-31'): Budget {
  const parties = [{ key: 'owner', role: 'owner', organisation: null, resourcesSought: null } as const]
  return { start: '2026-01-01', end, parties, lines, otherYears: new Map() }
}

const shown = (of: Budget, sum: BudgetSum) => figureAmount(of, sumsOf(of), sum)
const lines = [line('salary', 900, { 2026: 400, 2027: 500 }), line('ownOther', 70)]

describe('A sum of the budget in the text', () => {
  it('is what the budget adds up to now', () => {
    const now = budget(lines)
    expect((['sought', 'own', 'grand', '2026', '2027'] as const).map(sum => shown(now, sum))).toEqual([
      900, 70, 970, 400, 500,
    ])
  })

  it('says that there is no amount while the budget has none', () => {
    const empty = budget([line('salary', 0)])
    expect(shown(empty, 'sought')).toBe('noAmounts')
    expect(shown(empty, '2026')).toBe('noAmounts')
    expect(shown(budget([line('salary', 900)]), '2026')).toBe('noAmounts')
  })

  it('says that a year is gone with the period, and shows it again when it comes back', () => {
    expect(shown(budget(lines), '2028')).toBe('noYear')
    expect(shown(budget(lines, '2028-06-30'), '2028')).toBe(0)
  })

  it('shows a year outside the period for as long as somebody has an amount there', () => {
    expect(shown(budget(lines, '2026-12-31'), '2027')).toBe(500)
  })

  it('is offered for the whole and for each year', () => {
    expect(offeredSums(sumsOf(budget(lines)))).toEqual(['sought', 'own', 'grand', '2026', '2027'])
  })

  it.each([null, 2026, 'total', '1989', '2100', '02026', 'constructor', ['sought'], {}])(
    'is none for %j',
    value => expect(isBudgetSum(value)).toBe(false),
  )
})

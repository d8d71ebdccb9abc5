import { describe, expect, it } from 'vitest'
import type { Budget } from '../../../shared/budget/Budget.ts'
import {
  type BudgetBlock,
  budgetBlocks,
  ownBlocks,
  soughtBlocks,
} from '../../../shared/budget/BudgetTemplate.ts'
import { sumsOf } from '../../../shared/budget/sums.ts'
import { type Random, seeded } from '../form/seeded.ts'
import { budgetOf, line, party } from './budgets.ts'

const seed = 7

/** Some rows of every block, cells here and there, and years inside and outside the period. */
function madeUp(random: Random): Budget {
  const parties = ['owner', 'fk', 'af', 'region', 'knivsta', 'tierp'].slice(0, random.between(1, 6))
  const years = [2024, 2025, 2026, 2027]
  const some = (keys: readonly (string | number)[]) =>
    Object.fromEntries(
      keys.flatMap(key => (random.between(0, 2) > 0 ? [[key, random.between(0, 999_999_999_999)]] : [])),
    )
  const lines = Array.from({ length: random.between(0, 12) }, (_, index) => {
    const block = random.pick(budgetBlocks)
    const divided = block === 'salary' || block === 'premises'
    return line(`line-${index}`, { block, amounts: some(parties), years: divided ? some(years) : {} })
  })
  return budgetOf({
    parties: parties.map(key => party(key, key)),
    lines,
    otherYears: new Map(Object.entries(some(years)).map(([year, kronor]) => [Number(year), kronor])),
  })
}

function mixed<T>(random: Random, all: readonly T[]): readonly T[] {
  return all
    .map(one => ({ one, place: random.between(0, 1_000_000) }))
    .sort((one, other) => one.place - other.place)
    .map(({ one }) => one)
}

const add = (amounts: Iterable<number>) => [...amounts].reduce((one, other) => one + other, 0)

describe(`the sums of 3000 budgets, seed ${seed}`, () => {
  const random = seeded(seed)
  const budgets = Array.from({ length: 3000 }, () => madeUp(random))

  it('agree by row, by column, by block and in all', () => {
    for (const budget of budgets) {
      const sums = sumsOf(budget)
      const rowsOf = (blocks: readonly BudgetBlock[]) =>
        add(
          budget.lines.flatMap(({ key, block }) =>
            blocks.includes(block) ? [sums.lines.get(key) ?? Number.NaN] : [],
          ),
        )
      for (const block of budgetBlocks) {
        expect(sums.blocks[block].total).toBe(rowsOf([block]))
        expect(add(sums.blocks[block].byParty.values())).toBe(rowsOf([block]))
      }
      expect(sums.sought.total).toBe(rowsOf(soughtBlocks))
      expect(sums.own.total).toBe(rowsOf(ownBlocks))
      expect(sums.grand.total).toBe(add(sums.lines.values()))
      for (const { key } of budget.parties) {
        const column = add(budget.lines.map(({ amounts }) => amounts.get(key) ?? 0))
        expect(sums.grand.byParty.get(key)).toBe(column)
        expect((sums.sought.byParty.get(key) ?? 0) + (sums.own.byParty.get(key) ?? 0)).toBe(column)
      }
      expect(add(sums.grand.byParty.values())).toBe(sums.grand.total)
    }
  })

  it('agree by year and over all years', () => {
    for (const budget of budgets) {
      const { years, allYears } = sumsOf(budget)
      expect(add([...years.values()].map(({ salary, premises, other }) => salary + premises + other))).toBe(
        allYears,
      )
      expect(
        add([...budget.lines.flatMap(row => [...row.years.values()]), ...budget.otherYears.values()]),
      ).toBe(allYears)
    }
  })

  it('are the same in whatever order rows and columns stand', () => {
    for (const budget of budgets) {
      const sums = sumsOf(budget)
      const other = sumsOf({
        ...budget,
        parties: mixed(random, budget.parties),
        lines: mixed(random, budget.lines),
        otherYears: new Map(mixed(random, [...budget.otherYears])),
      })
      expect(other).toEqual(sums)
    }
  })

  it('grow by exactly what one cell grows', () => {
    for (const budget of budgets) {
      const row = budget.lines[random.between(0, budget.lines.length - 1)]
      const column = budget.parties[random.between(0, budget.parties.length - 1)]
      if (!row || !column) continue
      const before = row.amounts.get(column.key) ?? 0
      const written = { ...row, amounts: new Map(row.amounts).set(column.key, before + 1234) }
      const sums = sumsOf(budget)
      const after = sumsOf({ ...budget, lines: budget.lines.map(one => (one === row ? written : one)) })
      expect(after.grand.total - sums.grand.total).toBe(1234)
      expect(after.blocks[row.block].total - sums.blocks[row.block].total).toBe(1234)
      expect((after.grand.byParty.get(column.key) ?? 0) - (sums.grand.byParty.get(column.key) ?? 0)).toBe(
        1234,
      )
    }
  })
})

import type { Budget, BudgetLine } from '../Budget.ts'
import { otherRows } from '../budgetKeys.ts'
import type { BudgetFacts, Finding } from '../Finding.ts'
import { monthsInYear } from '../months.ts'
import { type BudgetSums, hasYears, sum, yearsOf } from '../sums.ts'

/** How much more a salary costs each year than the year before, per cent: what pay rises have been. */
export const plausibleYearlyIncrease = { least: 0, most: 6 } as const

/** Years are given in whole thousands, so each may be off by that much. Kronor. */
const rounding = 1000

/** The distribution over the years: BV6, BV7, BV13, BV16, BV21. */
export function yearFindings({ budget, distribution }: BudgetFacts, sums: BudgetSums): readonly Finding[] {
  const { allYears, sought } = sums
  const years = yearsOf(budget)
  const rows = distributed(budget, sums)
  if (rows.every(row => row.years.size === 0)) {
    // What is asked for in a single year need not be said again.
    if (years.length < 2 || sought.total === 0) return []
    const level = distribution === 'required' ? 'error' : 'warning'
    return [{ rule: 'BV21', level, place: null, years: years.length }]
  }
  const difference: readonly Finding[] =
    allYears === sought.total
      ? []
      : [{ rule: 'BV7', level: 'error', place: null, total: sought.total, years: allYears }]
  return [
    ...difference,
    ...rows.flatMap(row => [...rowDifference(row), ...outsideYears(row, years)]),
    ...budget.lines.flatMap(line => (line.block === 'salary' ? jumps(line, budget) : [])),
  ]
}

/** A line of the sheet of the years: a row of its own, or all other costs together. */
interface DistributedRow {
  readonly line: string
  readonly total: number
  /** Calendar year to kronor; years of nothing are not here. */
  readonly years: ReadonlyMap<number, number>
}

function distributed({ lines, otherYears }: Budget, sums: BudgetSums): readonly DistributedRow[] {
  return [
    ...lines
      .filter(hasYears)
      .map(({ key, years }) => ({ line: key, total: sums.lines.get(key) ?? 0, years: written(years) })),
    { line: otherRows, total: sums.blocks.other.total, years: written(otherYears) },
  ]
}

function written(years: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  return new Map([...years].filter(([, kronor]) => kronor !== 0))
}

/** BV6. */
function rowDifference({ line, total, years }: DistributedRow): readonly Finding[] {
  const together = sum(years.values())
  if (together === total) return []
  return [{ rule: 'BV6', level: 'error', place: { line }, total, years: together }]
}

/** BV13. As long as there is no period there is no year outside it. */
function outsideYears({ line, years }: DistributedRow, inside: readonly number[]): readonly Finding[] {
  if (inside.length === 0) return []
  return [...years]
    .filter(([year]) => !inside.includes(year))
    .map(([year, kronor]) => ({ rule: 'BV13', level: 'error', place: { line, year }, kronor }))
}

/** BV16. A year of which only some months are worked is compared by what a month costs. */
function jumps(line: BudgetLine, budget: Budget): readonly Finding[] {
  const [from, to] = [line.from ?? budget.start, line.to ?? budget.end]
  if (from === null || to === null) return []
  const findings: Finding[] = []
  for (const year of yearsOf({ start: from, end: to })) {
    const [before, now] = [line.years.get(year - 1) ?? 0, line.years.get(year) ?? 0]
    const asBefore = before * (monthsInYear(from, to, year) / monthsInYear(from, to, year - 1))
    if (before <= 0 || now <= 0 || !Number.isFinite(asBefore)) continue
    const { least, most } = plausibleYearlyIncrease
    if (now >= asBefore * (1 + least / 100) - rounding && now <= asBefore * (1 + most / 100) + rounding)
      continue
    const percent = (now / asBefore - 1) * 100
    findings.push({ rule: 'BV16', level: 'warning', place: { line: line.key, year }, percent })
  }
  return findings
}

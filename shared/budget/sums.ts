import type { Budget, BudgetLine } from './Budget.ts'
import { type BudgetBlock, budgetBlocks, ownBlocks, soughtBlocks } from './BudgetTemplate.ts'
import { yearsBetween } from './months.ts'

/** Kronor per column, and in all. */
export interface PartySums {
  /** Party key to kronor; every party of the budget is here. */
  readonly byParty: ReadonlyMap<string, number>
  readonly total: number
}

/** What is asked for in one calendar year, kronor. */
export interface YearSums {
  readonly salary: number
  readonly premises: number
  readonly other: number
  readonly total: number
}

/** Every sum of a budget, whole kronor (domain.md 2.7: BV2–BV5, BV7, BV8). None of them is ever stored. */
export interface BudgetSums {
  /** Row key to its sum over the parties. */
  readonly lines: ReadonlyMap<string, number>
  readonly blocks: Readonly<Record<BudgetBlock, PartySums>>
  /** *Totalt från Samordningsförbundet*. */
  readonly sought: PartySums
  /** *Summa egenfinansiering*. */
  readonly own: PartySums
  /** *Total kostnad för insatsen*. */
  readonly grand: PartySums
  /** Calendar year to what is written for it: every year of the period, and any other that has an amount. */
  readonly years: ReadonlyMap<number, YearSums>
  /** *S:a per år för avstämning*: the years together. */
  readonly allYears: number
  /** Sum of the shares of full time of the salaries asked for, per cent, as the sheet adds them. */
  readonly percent: number
}

export function sumsOf(budget: Budget): BudgetSums {
  const blocks = Object.fromEntries(budgetBlocks.map(block => [block, sumOfBlock(budget, block)])) as Record<
    BudgetBlock,
    PartySums
  >
  const sought = together(soughtBlocks.map(block => blocks[block]))
  const own = together(ownBlocks.map(block => blocks[block]))
  const years = new Map(shownYears(budget).map(year => [year, sumsOfYear(budget, year)]))
  return {
    lines: new Map(budget.lines.map(line => [line.key, sum(line.amounts.values())])),
    blocks,
    sought,
    own,
    grand: together([sought, own]),
    years,
    allYears: sum([...years.values()].map(year => year.total)),
    percent: sum(budget.lines.map(line => (line.block === 'salary' ? (line.percent ?? 0) : 0))),
  }
}

/**
 * What is asked for in each calendar year, whole kronor; empty while nothing is said of any. What lies within a single
 * year is that year's, and need not be said again.
 */
export function soughtInYears(
  budget: Budget,
  { years, allYears, sought }: BudgetSums,
): ReadonlyMap<number, number> {
  if (allYears > 0) return new Map([...years].map(([year, { total }]) => [year, total]))
  const [only, ...more] = yearsOf(budget)
  return new Map(only === undefined || more.length > 0 ? [] : [[only, sought.total]])
}

/** The calendar years that the period touches, in order; none while it has no beginning or no end, or is reversed. */
export function yearsOf({ start, end }: Pick<Budget, 'start' | 'end'>): readonly number[] {
  if (start === null || end === null || end < start) return []
  const [first, last] = [Number(start.slice(0, 4)), Number(end.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

/** Whether the period has a beginning and an end, in that order. */
export function hasPeriod(period: Pick<Budget, 'start' | 'end'>): boolean {
  return yearsOf(period).length > 0
}

/** The years of the period, and any other that somebody has written an amount for. */
export function shownYears(budget: Budget): readonly number[] {
  const years = new Set(yearsOf(budget))
  for (const line of budget.lines.filter(hasYears)) addWritten(years, line.years)
  addWritten(years, budget.otherYears)
  return [...years].sort((one, other) => one - other)
}

/** The rows that have an amount per year of their own. */
export function hasYears({ block }: Pick<BudgetLine, 'block'>): boolean {
  return block === 'salary' || block === 'premises'
}

/** Whether anybody has put an amount into it. What is written for a year alone is none. */
export function hasAmounts(budget: Budget): boolean {
  return budget.lines.some(line => sum(line.amounts.values()) > 0)
}

/**
 * What people work in it over the whole time, in full-time years (*årsarbetare*): share of full time times years, of the
 * salaries asked for. Rows of one year after the other are not added as if they were at once (domain.md 2.6, 2).
 */
export function fullTimeYears(budget: Budget): number {
  return sum(
    budget.lines.map(({ block, percent, from, to }) =>
      block === 'salary' && percent !== null && from !== null && to !== null
        ? (percent / 100) * yearsBetween(from, to)
        : 0,
    ),
  )
}

/** The largest share of full time at once, per cent, of the salaries asked for. Rows without days do not count. */
export function peakPercent({ lines }: Budget): number {
  const salaries = lines.filter(line => line.block === 'salary')
  const at = (day: string) =>
    sum(
      salaries.map(({ from, to, percent }) =>
        from !== null && to !== null && from <= day && day <= to ? (percent ?? 0) : 0,
      ),
    )
  // Nothing grows but on a day when a row begins.
  return Math.max(0, ...salaries.flatMap(({ from }) => (from === null ? [] : [at(from)])))
}

/** Kronor, or whatever else is added up. */
export function sum(amounts: Iterable<number>): number {
  let total = 0
  for (const amount of amounts) total += amount
  return total
}

function addWritten(years: Set<number>, written: ReadonlyMap<number, number>): void {
  for (const [year, kronor] of written) if (kronor !== 0) years.add(year)
}

function sumOfBlock({ parties, lines }: Budget, block: BudgetBlock): PartySums {
  const rows = lines.filter(line => line.block === block)
  const byParty = new Map(parties.map(({ key }) => [key, sum(rows.map(row => row.amounts.get(key) ?? 0))]))
  return { byParty, total: sum(byParty.values()) }
}

function together(parts: readonly PartySums[]): PartySums {
  const byParty = new Map<string, number>()
  for (const part of parts) {
    for (const [party, kronor] of part.byParty) byParty.set(party, (byParty.get(party) ?? 0) + kronor)
  }
  return { byParty, total: sum(parts.map(part => part.total)) }
}

function sumsOfYear(budget: Budget, year: number): YearSums {
  const of = (block: BudgetBlock) =>
    sum(budget.lines.map(line => (line.block === block ? (line.years.get(year) ?? 0) : 0)))
  const [salary, premises, other] = [of('salary'), of('premises'), budget.otherYears.get(year) ?? 0]
  return { salary, premises, other, total: salary + premises + other }
}

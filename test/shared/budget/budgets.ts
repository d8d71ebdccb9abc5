import type { TypedAmount } from '../../../shared/budget/amountInForm.ts'
import type { Budget, BudgetLine, BudgetParty } from '../../../shared/budget/Budget.ts'
import type { BudgetFacts, Finding } from '../../../shared/budget/Finding.ts'
import { findingsOf } from '../../../shared/budget/findings.ts'

/** A row with what is given, the owner's amount as `kronor`, and years by the calendar. */
export function line(
  key: string,
  {
    kronor,
    amounts = {},
    years = {},
    ...given
  }: Partial<Omit<BudgetLine, 'amounts' | 'years'>> & {
    kronor?: number
    amounts?: Readonly<Record<string, number>>
    years?: Readonly<Record<number, number>>
  } = {},
): BudgetLine {
  return {
    key,
    block: 'other',
    label: key,
    percent: null,
    from: null,
    to: null,
    specification: null,
    ...given,
    amounts: new Map([
      ...(kronor === undefined ? [] : ([['owner', kronor]] as const)),
      ...Object.entries(amounts),
    ]),
    years: byYear(years),
  }
}

export function party(key: string, organisation: string | null, sought: string | null = null): BudgetParty {
  return { key, role: key === 'owner' ? 'owner' : 'partner', organisation, resourcesSought: sought }
}

export function byYear(years: Readonly<Record<number, number>>): ReadonlyMap<number, number> {
  return new Map(Object.entries(years).map(([year, kronor]) => [Number(year), kronor]))
}

/** A budget of 2025 and 2026 of one party, with what is given. */
export function budgetOf(given: Partial<Budget>): Budget {
  return {
    start: '2025-01-01',
    end: '2026-12-31',
    parties: [party('owner', 'Heby kommun')],
    lines: [],
    otherYears: new Map(),
    ...given,
  }
}

export const nothingTyped: TypedAmount = { total: null, years: new Map() }

/** What the rules say of a budget, of a form where nothing is typed and years are good to have. */
export function found(budget: Budget, more: Partial<BudgetFacts> = {}): readonly Finding[] {
  return findingsOf({ budget, typed: nothingTyped, distribution: 'advised', ...more })
}

/** Each finding as `BV6 error`, in order. */
export function ruled(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule, level }) => `${rule} ${level}`)
}

import type { BudgetFacts, Finding } from './Finding.ts'
import { amountFindings } from './rules/amounts.ts'
import { lineFindings } from './rules/lines.ts'
import { partyFindings } from './rules/parties.ts'
import { yearFindings } from './rules/years.ts'
import { type BudgetSums, hasAmounts, sumsOf } from './sums.ts'

/**
 * What the rules BV1–BV21 (domain.md 2.7) have against a budget: of the whole first, then in the order of the sheet.
 * A budget that nobody has begun is told only that it is empty (BV20), and a row that nobody has written in says nothing.
 *
 * BV2–BV5 and BV8 are not here and cannot fail: the sums are made of the rows and stored nowhere. Nor can BV10 and
 * BV17: the sheets have the form's own period, and a column for each party of the form and no other. They are checked
 * where figures come from somewhere else (`printedSums.ts`).
 */
export function findingsOf(facts: BudgetFacts, sums: BudgetSums = sumsOf(facts.budget)): readonly Finding[] {
  const whole = amountFindings(facts, sums)
  if (!hasAmounts(facts.budget) && sums.allYears === 0) return whole
  return [
    ...whole,
    ...yearFindings(facts, sums),
    ...partyFindings(facts.budget, sums),
    ...lineFindings(facts.budget, sums),
  ]
}

/** How many there are of each level. */
export function countFindings(findings: readonly Finding[]): {
  readonly errors: number
  readonly warnings: number
} {
  const errors = findings.filter(finding => finding.level === 'error').length
  return { errors, warnings: findings.length - errors }
}

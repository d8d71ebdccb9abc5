import { typedTotal } from '../amountInForm.ts'
import type { BudgetFacts, Finding } from '../Finding.ts'
import { type BudgetSums, hasPeriod, soughtInYears } from '../sums.ts'

/** The budget as a whole: BV9, that it says what the form says, and BV20, that there is one. */
export function amountFindings(facts: BudgetFacts, sums: BudgetSums): readonly Finding[] {
  const noPeriod: readonly Finding[] = hasPeriod(facts.budget)
    ? []
    : [{ rule: 'BV20', level: 'error', place: null, reason: 'period' }]
  if (sums.sought.total > 0) return [...noPeriod, ...differences(facts, sums)]
  return [
    { rule: 'BV20', level: 'error', place: null, reason: 'total', typed: typedTotal(facts.typed) },
    ...noPeriod,
  ]
}

/** BV9. A form that is answered per year is compared per year; what it says in all follows from that. */
function differences({ budget, typed }: BudgetFacts, sums: BudgetSums): readonly Finding[] {
  const total = typedTotal(typed)
  const years = soughtInYears(budget, sums)
  const inAll: readonly Finding[] =
    total === null || total === sums.sought.total
      ? []
      : [{ rule: 'BV9', level: 'error', place: null, typed: total, computed: sums.sought.total }]
  return [
    ...inAll,
    ...[...typed.years].flatMap(([year, kronor]): readonly Finding[] => {
      const computed = years.get(year) ?? 0
      return kronor === computed
        ? []
        : [{ rule: 'BV9', level: 'error', place: { year }, typed: kronor, computed }]
    }),
  ]
}

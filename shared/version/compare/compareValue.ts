import type { Comparer } from './Comparer.ts'
import type { ValueDifference } from './comparison.ts'

/** Values that say the same have no change. */
export function compareValue<Value>(before: Value, after: Value, comparer: Comparer): ValueDifference<Value> {
  const isSame = JSON.stringify(before) === JSON.stringify(after)
  return { before, after, change: isSame ? null : comparer.nextChange() }
}

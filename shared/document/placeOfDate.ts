import { daySpan } from '../form/fuzzyDate.ts'
import type { Item } from './items.ts'

/**
 * The place of a line with this date (day, week, month …) among lines that people may have put in any order: after the
 * last that begins on its first day or before; else before the first that has a date; else last.
 */
export function placeOfDate(items: readonly Item[], on: string): number {
  const day = daySpan(on)?.firstOn
  if (day === undefined) return items.length
  const firsts = items.map(({ map }) => daySpan(String(map.get('on') ?? ''))?.firstOn ?? null)
  const before = firsts.findLastIndex(first => first !== null && first <= day)
  if (before !== -1) return before + 1
  const after = firsts.findIndex(first => first !== null)
  return after === -1 ? items.length : after
}

import type * as Y from 'yjs'
import { firstYear, lastYear } from '../../../shared/form/day.ts'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import { readValue } from '../sharedValue.ts'

/** The calendar years that an amount is asked for: those of the planned period, and any that has an amount. */
export function amountYears(doc: Y.Doc, form: FormTemplate, section: string): readonly number[] {
  const years = new Set<number>()
  for (const [key, value] of doc.getMap(section)) {
    if (/^\d{4}$/.test(key) && typeof value === 'number') years.add(Number(key))
  }
  const period = form.sections.find(candidate => candidate.kind === 'period')
  if (period) {
    const first = yearIn(readValue(doc, period.key, 'start'))
    const last = yearIn(readValue(doc, period.key, 'end'))
    if (first !== null && last !== null) for (let year = first; year <= last; year++) years.add(year)
  }
  return [...years].sort((one, other) => one - other)
}

/** What the years shown add up to; years without an amount count nothing. Null when none has one. */
export function sumOfYears(doc: Y.Doc, section: string, years: readonly number[]): number | null {
  const amounts = years
    .map(year => readValue(doc, section, String(year)))
    .filter(amount => typeof amount === 'number')
  return amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0)
}

function yearIn(day: unknown): number | null {
  const year = typeof day === 'string' ? Number(day.slice(0, 4)) : Number.NaN
  return year >= firstYear && year <= lastYear ? year : null
}

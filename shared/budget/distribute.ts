import { monthsInYear } from './months.ts'
import { sum, yearsOf } from './sums.ts'

/** How an amount is divided over the calendar years (*Fördela på år*). */
export type Distribution =
  /** As much each year, however much of it is worked. */
  | { readonly by: 'even' }
  /** By how many months of each year are worked. */
  | { readonly by: 'months' }
  /** By months, and each year costs `percent` more than the year before: 3.3 for 3,3 %. Above −100. */
  | { readonly by: 'increase'; readonly percent: number }

/** Years are given in whole thousands, as in the workbooks. Kronor. */
const step = 1000

/**
 * Divides `total`, whole kronor from 0, over the calendar years that the days `from` through `to` touch; none when they
 * are the wrong way round. Every year is whole thousands but the last, which has what the total has beside thousands.
 * Together they are always exactly `total`, and none is below 0. What is left over by rounding goes to the years that
 * lost most by it, the later first: so what grows, or stays the same, never falls from one year to the next.
 */
export function distribute(
  total: number,
  { from, to }: { readonly from: string; readonly to: string },
  how: Distribution,
): ReadonlyMap<number, number> {
  const years = yearsOf({ start: from, end: to })
  const weights = years.map((year, index) => weightOf(how, index, () => monthsInYear(from, to, year)))
  const steps = Math.floor(total / step)
  const whole = inWholes(steps, weights)
  const beside = total - steps * step
  return new Map(
    years.map((year, index) => [
      year,
      (whole[index] ?? 0) * step + (index === years.length - 1 ? beside : 0),
    ]),
  )
}

function weightOf(how: Distribution, index: number, months: () => number): number {
  switch (how.by) {
    case 'even':
      return 1
    case 'months':
      return months()
    case 'increase': {
      if (!(how.percent > -100)) throw new RangeError(`A yearly increase of ${how.percent} % leaves nothing`)
      return months() * (1 + how.percent / 100) ** index
    }
  }
}

/** `count` whole things by weight; those left over go to the largest fractions, of equal ones the last. */
function inWholes(count: number, weights: readonly number[]): readonly number[] {
  const all = sum(weights)
  const shares = weights.map(weight => (count * weight) / all)
  const wholes = shares.map(Math.floor)
  const left = count - sum(wholes)
  const first = shares
    .map((share, index) => ({ index, fraction: share - Math.floor(share) }))
    .sort((one, other) => other.fraction - one.fraction || other.index - one.index)
    .slice(0, left)
  for (const { index } of first) wholes[index] = (wholes[index] ?? 0) + 1
  return wholes
}
